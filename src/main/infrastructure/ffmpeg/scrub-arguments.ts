import type { ScrubLayout } from '../../domain/library/index.ts';
import { inputFormat } from './input-format.ts';

const QUIET = ['-v', 'error', '-nostdin', '-threads', '1', '-protocol_whitelist', 'file,pipe'] as const;

/** From this length on only key pictures are decoded: they lie closer together than the stills, and cost a twentieth. */
const KEY_PICTURES_FROM_MS = 600_000;

/** The rate at which sound is outlined: few enough samples for a film of hours, and its peaks still show. */
export const OUTLINE_RATE_HZ = 8_000;

/** FFmpeg's arguments to print one JPEG: stills at even distances, side by side on one sheet. */
export function spriteArguments(
  path: string,
  { columns, rows, tileWidth: width, tileHeight: height, every, count }: ScrubLayout,
): readonly string[] {
  const pace = `${Math.round(1e6 / every)}/1000`;
  const still = inputFormat(path);
  const isLong = every * count >= KEY_PICTURES_FROM_MS;
  const tile = `scale=iw*sar:ih,scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1,setsar=1`;
  const filters = `setpts=PTS-STARTPTS,fps=${pace}:start_time=0:round=near,${tile},tile=${columns}x${rows}`;
  return [
    ...QUIET,
    // A still goes on for ever, at the pace of the sheet.
    ...(still.length > 0 ? [...still, '-loop', '1', '-framerate', pace] : isLong ? ['-skip_frame', 'nokey'] : []),
    ...['-i', `file:${path}`, '-map', '0:V:0', '-frames:v', '1', '-vf', filters],
    ...['-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'mjpeg', 'pipe:1'],
  ];
}

/** FFmpeg's arguments to print a film's sound as bare samples: one channel, 16 bits, little-endian. */
export function outlineArguments(path: string): readonly string[] {
  return [...QUIET, '-i', `file:${path}`, '-map', '0:a:0', '-ac', '1', '-ar', String(OUTLINE_RATE_HZ), '-f', 's16le', 'pipe:1'];
}
