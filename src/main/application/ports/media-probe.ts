import type { Milliseconds } from '../../../shared/time/index.ts';
import type { DecodeFacts, ProbedFacts } from '../../domain/library/index.ts';

/** What reading a container showed; not ok when it can't be read at all. */
export type ProbeResult =
  | { readonly ok: true; readonly facts: ProbedFacts }
  /** `startsLikeMedia`: its first bytes are those of a media file, so that what follows must be missing or damaged. */
  | { readonly ok: false; readonly startsLikeMedia: boolean };

/** The tool that looks into media could not do its work; that says nothing about the file. */
export class MediaToolFailed extends Error {
  constructor(message: string, options: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'MediaToolFailed';
  }
}

/** Looks into media files. @throws MediaToolFailed; and the signal's reason when it is stopped */
export interface MediaProbe {
  /** Reads what the container says. Cheap. */
  probe(path: string, signal: AbortSignal): Promise<ProbeResult>;
  /** Decodes picture and sound from the start up to `until`, null: to the end, at the lowest priority so that the air never waits for it. */
  decode(path: string, facts: ProbedFacts, until: Milliseconds | null, signal: AbortSignal): Promise<DecodeFacts>;
}
