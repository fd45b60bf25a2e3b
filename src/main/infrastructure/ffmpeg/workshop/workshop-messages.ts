import type { Milliseconds } from '../../../../shared/time/index.ts';
import type { PreviewOrder } from '../../../application/ports/media-previews.ts';
import type { ProbeResult } from '../../../application/ports/media-probe.ts';
import type { ScrubMedia, ScrubOrder } from '../../../application/ports/media-scrubs.ts';
import type { DecodeFacts, ProbedFacts } from '../../../domain/library/index.ts';

/** A piece of work that takes an FFmpeg. */
export type WorkshopJob =
  | { readonly type: 'probe'; readonly path: string }
  | { readonly type: 'decode'; readonly path: string; readonly facts: ProbedFacts; readonly until: Milliseconds | null }
  | { readonly type: 'still'; readonly path: string; readonly at: Milliseconds }
  | { readonly type: 'scrub'; readonly path: string; readonly order: ScrubOrder }
  | { readonly type: 'preview'; readonly path: string; readonly order: PreviewOrder };

/** What comes of each. */
export interface WorkshopResults {
  readonly probe: ProbeResult;
  readonly decode: DecodeFacts;
  readonly still: Uint8Array | null;
  readonly scrub: ScrubMedia | null;
  readonly preview: Uint8Array | null;
}

/** What the workshop is told. */
export type WorkshopOrder =
  | { readonly type: 'do'; readonly id: number; readonly job: WorkshopJob }
  | { readonly type: 'stop'; readonly id: number };

/** What it answers: nothing to a job that was stopped. `failure`: the tool could not do its work. */
export type WorkshopAnswer =
  | { readonly id: number; readonly ok: true; readonly result: WorkshopResults[WorkshopJob['type']] }
  | { readonly id: number; readonly ok: false; readonly failure: string };
