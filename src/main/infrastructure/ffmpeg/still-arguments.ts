import type { Milliseconds } from '../../../shared/time/index.ts';
import { inputFormat } from './input-format.ts';

/**
 * FFmpeg's arguments to print one JPEG: the most telling of the pictures that follow `at`, square pixels, 320 at its longer side.
 * Seeking before the input goes by its index and costs the same however long the film is.
 */
export function stillArguments(path: string, at: Milliseconds): readonly string[] {
  const filters = 'thumbnail=25,scale=iw*sar:ih,scale=320:320:force_original_aspect_ratio=decrease:force_divisible_by=2';
  return [
    ...['-v', 'error', '-nostdin', '-threads', '1', '-protocol_whitelist', 'file,pipe'],
    ...['-ss', (at / 1000).toFixed(3), ...inputFormat(path), '-i', `file:${path}`],
    ...['-map', '0:V:0', '-frames:v', '1', '-vf', filters, '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '4', '-f', 'mjpeg', 'pipe:1'],
  ];
}
