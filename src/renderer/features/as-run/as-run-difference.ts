import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type FrameRate, type Milliseconds, milliseconds, msToFrames } from '../../../shared/time/index.ts';

/** How far a row started from its plan, as `+00:12.3`; empty when nothing was planned, `on time` within a frame. */
export function startDifference(row: Pick<AsRunRow, 'plannedStartsAt' | 'startsAt'>, rate: FrameRate): string {
  if (row.plannedStartsAt === null) return '';
  const difference = milliseconds(Date.parse(row.startsAt) - Date.parse(row.plannedStartsAt));
  const size = milliseconds(Math.abs(difference));
  if (msToFrames(size, rate) === 0) return 'on time';
  return `${difference < 0 ? '−' : '+'}${secondsText(size)}`;
}

function secondsText(length: Milliseconds): string {
  const tenths = Math.round(length / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${String(minutes).padStart(2, '0')}:${seconds}`;
}
