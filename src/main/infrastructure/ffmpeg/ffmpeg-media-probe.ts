import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { type MediaProbe, MediaToolFailed, type ProbeResult } from '../../application/ports/media-probe.ts';
import type { DecodeFacts, ProbedFacts } from '../../domain/library/index.ts';
import { decodeFile } from './decode-file.ts';
import { ffprobeArguments } from './ffprobe-arguments.ts';
import { parseFfprobe } from './parse-ffprobe.ts';
import { SIGNATURE_BYTES, startsLikeMedia } from './starts-like-media.ts';

const run = promisify(execFile);

/** A container that takes longer to read hangs. Long, because at the lowest priority on a busy machine a good one may take minutes. */
const PROBE_TIMEOUT_MS = 600_000;

/** Where FFmpeg's programs are on this machine. */
export interface FfmpegPrograms {
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
}

/** Looks into files with FFprobe and FFmpeg. */
export class FfmpegMediaProbe implements MediaProbe {
  readonly #programs: FfmpegPrograms;

  constructor(programs: FfmpegPrograms) {
    this.#programs = programs;
  }

  async probe(path: string, signal: AbortSignal): Promise<ProbeResult> {
    const facts = parseFfprobe(await this.#ask(path, signal));
    return facts ? { ok: true, facts } : { ok: false, startsLikeMedia: startsLikeMedia(await readHead(path)) };
  }

  decode(path: string, facts: ProbedFacts, until: Milliseconds | null, signal: AbortSignal): Promise<DecodeFacts> {
    const tracks = { hasPicture: facts.picture !== null, hasSound: facts.sound !== null };
    return decodeFile({ ffmpegPath: this.#programs.ffmpegPath, path, ...tracks, until }, signal);
  }

  /** FFprobe's JSON. Its text form, which fluent-ffmpeg reads, can not tell a name's line break from its own. */
  async #ask(path: string, signal: AbortSignal): Promise<string> {
    try {
      const options = { signal, timeout: PROBE_TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024, windowsHide: true } as const;
      const { stdout } = await run(this.#programs.ffprobePath, [...ffprobeArguments(path)], options);
      return stdout;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (isAboutTheFile(error)) return '';
      throw new MediaToolFailed('FFprobe could not be run', { cause: error });
    }
  }
}

/** FFprobe ran and refused the file, or took for ever over it; anything else is a failure of the looking. */
function isAboutTheFile(error: unknown): boolean {
  const { code, killed } = error as { code?: unknown; killed?: unknown };
  return typeof code === 'number' || killed === true;
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
