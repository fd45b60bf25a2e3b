import { milliseconds } from '../../../shared/time/index.ts';
import type { UneventfulStretch } from '../../domain/library/index.ts';

/** Stretches that have ended, and those that go on, as FFmpeg's detectors have told so far. Milliseconds from the file's start. */
export interface UneventfulReport {
  readonly stretches: readonly UneventfulStretch[];
  readonly frozenSinceMs: number | null;
  readonly silentSinceMs: number | null;
}

/** The report before the first line. */
export const NOTHING_UNEVENTFUL: UneventfulReport = { stretches: [], frozenSinceMs: null, silentSinceMs: null };

/** A film that flickers has thousands; nobody reads more than the first of them, but a long one is told however late it comes. */
const MOST_STRETCHES = 2_000;
const LONG_MS = 3_000;

/** A detector's name at the head of its lines keeps a file's name from being read as one. */
const DETECTED =
  /^\[(?:blackdetect|freezedetect|silencedetect) @ 0x[0-9a-f]+\] \[info\] (?:lavfi\.freezedetect\.)?(black_start|freeze_start|freeze_end|silence_start|silence_end): ?(-?[\d.]+)(?: black_end:([\d.]+))?/;

/** Takes one line of FFmpeg's stderr into the report; other lines leave it as it is. */
export function readUneventfulLine(report: UneventfulReport, line: string): UneventfulReport {
  const match = DETECTED.exec(line);
  if (match === null) return report;
  const at = Math.max(0, Math.round(Number(match[2]) * 1000));
  switch (match[1]) {
    case 'black_start':
      return match[3] === undefined ? report : ended(report, 'black', at, Math.round(Number(match[3]) * 1000));
    case 'freeze_start':
      return { ...report, frozenSinceMs: at };
    case 'freeze_end':
      return report.frozenSinceMs === null ? report : { ...ended(report, 'freeze', report.frozenSinceMs, at), frozenSinceMs: null };
    case 'silence_start':
      return { ...report, silentSinceMs: at };
    default:
      return report.silentSinceMs === null ? report : { ...ended(report, 'silence', report.silentSinceMs, at), silentSinceMs: null };
  }
}

/** Every stretch of a file that has ended at `endMs`: what still went on then lasts until there. */
export function uneventfulStretches(report: UneventfulReport, endMs: number): readonly UneventfulStretch[] {
  const { frozenSinceMs, silentSinceMs } = report;
  const frozen = frozenSinceMs === null || frozenSinceMs >= endMs ? report : ended(report, 'freeze', frozenSinceMs, endMs);
  const all = silentSinceMs === null || silentSinceMs >= endMs ? frozen : ended(frozen, 'silence', silentSinceMs, endMs);
  return all.stretches;
}

function ended(report: UneventfulReport, type: UneventfulStretch['type'], from: number, until: number): UneventfulReport {
  if (report.stretches.length >= MOST_STRETCHES && until - from < LONG_MS) return report;
  return { ...report, stretches: [...report.stretches, { type, from: milliseconds(from), until: milliseconds(until) }] };
}
