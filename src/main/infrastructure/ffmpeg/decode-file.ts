import ffmpeg from 'fluent-ffmpeg';
import { MediaToolFailed } from '../../application/ports/media-probe.ts';
import type { DecodeFacts } from '../../domain/library/index.ts';
import { type DecodePart, decodeArguments } from './decode-arguments.ts';
import { decodeFacts, NOTHING_DECODED, readDecodeLine } from './decode-report.ts';

/**
 * A decoder that is silent for so long hangs; FFmpeg reports its progress twice a second, but not while the air, which comes first, leaves it no
 * processor at all.
 */
const SILENCE_LIMIT_MS = 600_000;

/**
 * The lowest priority there is: the air comes first (POSIX `nice`). It also has `nice` start FFmpeg, which ends with 127 when there is none;
 * fluent-ffmpeg 2.1.3 itself throws out of an event then.
 */
const NICENESS = 19;

/** What to decode, and with what. */
export interface DecodeOrder extends DecodePart {
  readonly ffmpegPath: string;
}

/**
 * Decodes a whole file and reports what came of it.
 * What is wrong with the file is in the facts.
 * @throws MediaToolFailed; and the signal's reason when it is stopped
 */
export function decodeFile({ ffmpegPath, ...part }: DecodeOrder, signal: AbortSignal): Promise<DecodeFacts> {
  const { input, output } = decodeArguments(part);
  // One line kept: the report reads each line as it comes, and a damaged file complains by the million.
  const command = ffmpeg(`file:${part.path}`, { niceness: NICENESS, stdoutLines: 1 }).setFfmpegPath(ffmpegPath);
  command
    .inputOptions([...input])
    .outputOptions([...output])
    .output('-');
  return new Promise((resolve, reject) => {
    let report = NOTHING_DECODED;
    const stop = () => command.kill('SIGKILL');
    const watchdog = setTimeout(stop, SILENCE_LIMIT_MS);
    const settle = (error: Error | null) => {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (error && !isAboutTheFile(error)) reject(new MediaToolFailed('FFmpeg could not be run', { cause: error }));
      else resolve(decodeFacts(report));
    };
    signal.addEventListener('abort', stop);
    command.on('start', () => signal.aborted && stop());
    command.on('stderr', (line: string) => {
      watchdog.refresh();
      report = readDecodeLine(report, line);
    });
    command.on('end', () => settle(null));
    command.on('error', (error: Error) => settle(error));
    command.run();
  });
}

/** FFmpeg ran and ended badly, which its lines explain; not found (127) or not started (126) is a failure of the looking. */
function isAboutTheFile(error: Error): boolean {
  return /ffmpeg (exited with code (?!12[67]\b)|was killed with signal)/.test(error.message);
}
