import type { Scrub } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

type Sprites = Scrub['sprites'];

/** The tile that shows the picture at or before a time. */
export function tileAt(at: Milliseconds, { everyMs, count }: Pick<Sprites, 'everyMs' | 'count'>): number {
  return Math.max(0, Math.min(count - 1, Math.floor(at / everyMs)));
}

/** How the sheet lies behind a window that shows one tile `scale` times its size, as CSS background properties. */
export function sheetBehind(
  tile: number,
  sprites: Sprites,
  scale: number,
): { readonly backgroundSize: string; readonly backgroundPosition: string } {
  const { columns, rows, tileWidth, tileHeight } = sprites;
  const column = tile % columns;
  const row = Math.floor(tile / columns);
  return {
    backgroundSize: `${columns * tileWidth * scale}px ${rows * tileHeight * scale}px`,
    backgroundPosition: `${-column * tileWidth * scale}px ${-row * tileHeight * scale}px`,
  };
}

/** An SVG path of a waveform, mirrored about the middle, in a box as wide as there are peaks and 2 high. */
export function waveformPath(peaks: readonly number[]): string {
  const upper = peaks.map((peak, index) => `L${index} ${(1 - peak).toFixed(3)}`);
  const lower = peaks.map((peak, index) => `L${index} ${(1 + peak).toFixed(3)}`).toReversed();
  return peaks.length === 0 ? '' : `M0 1 ${upper.join(' ')} ${lower.join(' ')} Z`;
}
