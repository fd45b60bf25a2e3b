import { type FrameRate, frameDueAt, frames } from '../../../shared/time/index.ts';
import type { AsRunEntry } from './as-run-entry.ts';
import type { Correction } from './correction.ts';

const COLUMNS = [
  'No',
  'Start (UTC)',
  'End (UTC)',
  'Duration (s)',
  'Kind',
  'House ID',
  'Title',
  'Outcome',
  'Reason',
  'Cause',
  'Planned start (UTC)',
  'Planned duration (s)',
  'Start frame',
  'Frames',
  'Frames held',
  'Frames filled',
  'Corrects No',
  'Note',
] as const;

/** Entries as comma-separated values (RFC 4180), with a line of headings, that a spreadsheet opens: UTF-8 with a byte order mark. */
export function formatAsRunCsv(
  entries: readonly (AsRunEntry & { readonly seq: number; readonly correction: Correction | null })[],
  rate: FrameRate,
): string {
  const seconds = (count: number) => ((count * rate.den) / rate.num).toFixed(3);
  const lines = entries.map((entry) => [
    entry.seq,
    iso(entry.startsAt),
    iso(frameDueAt(frames(entry.startFrame + entry.durationFrames), rate)),
    seconds(entry.durationFrames),
    entry.kind,
    entry.houseId ?? '',
    entry.title,
    entry.outcome,
    entry.reason,
    entry.cause,
    entry.plannedStartsAt === null ? '' : iso(entry.plannedStartsAt),
    entry.plannedDurationFrames === null ? '' : seconds(entry.plannedDurationFrames),
    entry.startFrame,
    entry.durationFrames,
    entry.heldFrames,
    entry.slatedFrames,
    entry.correction?.amends ?? '',
    entry.correction?.note ?? '',
  ]);
  return `\uFEFF${[COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  // A title that a spreadsheet would take for a formula is shown as the text it is.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function iso(instant: number): string {
  return new Date(Math.round(instant)).toISOString();
}
