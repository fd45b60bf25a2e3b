import { extname } from 'node:path';

/** The names under which the engine takes a file for one image. */
const STILLS = new Set(['.png', '.jpg', '.jpeg', '.bmp', '.webp', '.tif', '.tiff']);

/** What FFmpeg and FFprobe are told before the input: of what is named like a still image, that it is one, and that a `%` in its name is no pattern. */
export function inputFormat(path: string): readonly string[] {
  return STILLS.has(extname(path).toLowerCase()) ? ['-f', 'image2', '-pattern_type', 'none'] : [];
}
