import { extname } from 'node:path';

const STILL_FORMATS = new Set(['.png', '.jpg', '.jpeg', '.bmp', '.webp', '.tif', '.tiff']);

/** Whether a file holds one image. */
export function isStillImage(path: string): boolean {
  return STILL_FORMATS.has(extname(path).toLowerCase());
}

/** What FFmpeg is told before a media file's `-i`: for a still image that a `%` in its name is no pattern. */
export function inputFormat(path: string): readonly string[] {
  return isStillImage(path) ? ['-f', 'image2', '-pattern_type', 'none'] : [];
}
