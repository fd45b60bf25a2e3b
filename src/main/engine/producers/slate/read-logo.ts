import type { EngineLog } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { SupervisedProcess } from '../../processes/supervised-process.ts';
import type { FrameFormat } from '../frame-format.ts';
import { inputFormat } from '../still-image.ts';
import { type Logo, logoBox } from './slate-card.ts';

const LONGEST_MS = 20_000;

/** What reading a logo takes. */
export interface LogoTools {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
}

/** The arguments of the FFmpeg that decodes a picture to a transparent box on stdout. */
export function logoArguments(path: string, { width, height }: { readonly width: number; readonly height: number }): readonly string[] {
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease,format=rgba,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:black@0`;
  const output = ['-map', '0:v:0', '-frames:v', '1', '-vf', fit, '-pix_fmt', 'rgba', '-f', 'rawvideo', 'pipe:1'];
  return ['-hide_banner', '-nostdin', '-v', 'error', ...inputFormat(path), '-i', path, ...output];
}

/** Reads the station's logo for its slate; null, and a word in the log, when it can't be read. Never rejects. */
export async function readLogo(path: string, format: FrameFormat, { ffmpegPath, children, log }: LogoTools): Promise<Logo | null> {
  const box = logoBox(format);
  const args = logoArguments(path, box);
  const options = { name: 'look', command: ffmpegPath, args, stdin: 'ignore', stdout: 'pipe', furtherPipes: 0, children } as const;
  const decoder = new SupervisedProcess(options);
  const chunks: Buffer[] = [];
  decoder.child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const limit = setTimeout(() => decoder.kill(), LONGEST_MS);
  const exit = await decoder.exited;
  clearTimeout(limit);
  const rgba = Buffer.concat(chunks);
  if (rgba.length === box.width * box.height * 4) return { ...box, rgba };
  log.warn("The slate's logo could not be read", { path, detail: exit.failure ?? exit.lastWords.at(-1) ?? 'no picture' });
  return null;
}
