import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MediaToolFailed } from '../../application/ports/media-probe.ts';

const run = promisify(execFile);

/** What is not made in this time, at the lowest priority on a busy machine, is not worth the wait. */
const TIMEOUT_MS = 600_000;
const LARGEST_BYTES = 8 * 1024 * 1024;

/**
 * Runs an FFmpeg that prints something small, such as one picture; null when the file gives none.
 * @throws MediaToolFailed; and the signal's reason when it is stopped
 */
export async function printOutput(ffmpegPath: string, args: readonly string[], signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    const limits = { timeout: TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: LARGEST_BYTES } as const;
    const { stdout } = await run(ffmpegPath, [...args], { signal, ...limits, encoding: 'buffer', windowsHide: true });
    return stdout.length > 0 ? stdout : null;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { code, killed } = error as { code?: unknown; killed?: unknown };
    // FFmpeg ran and found nothing to print, or took for ever; anything else is a failure of the looking.
    if (typeof code === 'number' || killed === true) return null;
    throw new MediaToolFailed('FFmpeg could not be run', { cause: error });
  }
}
