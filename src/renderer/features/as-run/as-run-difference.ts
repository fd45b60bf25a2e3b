import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type FrameRate, milliseconds } from '../../../shared/time/index.ts';
import { differenceText } from '../../ui/time-text.ts';

/** How far a row started from its plan, as `+00:12.3`; empty when nothing was planned, `on time` within a frame. */
export function startDifference({ plannedStartsAt, startsAt }: Pick<AsRunRow, 'plannedStartsAt' | 'startsAt'>, rate: FrameRate): string {
  return plannedStartsAt === null ? '' : differenceText(milliseconds(Date.parse(startsAt) - Date.parse(plannedStartsAt)), rate);
}
