import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type FrameRate, frames } from '../../../shared/time/index.ts';
import { frameLengthText } from '../../ui/time-text.ts';
import { startDifference } from './as-run-difference.ts';
import { reasonWords } from './as-run-words.ts';

/** How a row differs from its plan, sentence by sentence: start, length, and why. */
export function differenceWords(row: AsRunRow, rate: FrameRate): readonly string[] {
  return [startWords(row, rate), lengthWords(row, rate), whyWords(row)].filter((words) => words !== '');
}

function startWords(row: AsRunRow, rate: FrameRate): string {
  const difference = startDifference(row, rate);
  if (difference === '') return 'Nobody had planned it.';
  if (difference === 'on time') return 'Started on time.';
  return `Started ${difference.slice(1)} ${difference.startsWith('+') ? 'late' : 'early'}.`;
}

function lengthWords({ plannedDurationFrames: planned, durationFrames: aired }: AsRunRow, rate: FrameRate): string {
  if (planned === null) return '';
  if (planned === aired) return 'Aired in its planned length.';
  const size = frameLengthText(frames(Math.abs(planned - aired)), rate);
  return `Aired ${size} ${aired < planned ? 'less' : 'more'} than planned: ${frameLengthText(aired, rate)} of ${frameLengthText(planned, rate)}.`;
}

function whyWords(row: AsRunRow): string {
  return `${reasonWords(row)} (${row.cause}).`;
}
