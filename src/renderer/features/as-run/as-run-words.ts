import type { AS_RUN_OUTCOMES, AS_RUN_REASONS, AsRunRow } from '../../../shared/contract/index.ts';

type Reason = (typeof AS_RUN_REASONS)[number];
type Outcome = (typeof AS_RUN_OUTCOMES)[number];

const REASONS: Readonly<Record<Reason, string>> = {
  'as-planned': 'As planned',
  'joined-in-progress': 'Joined in progress',
  'operator-take': 'Operator took the next item',
  'operator-skip': 'Operator skipped it',
  'operator-panic': 'Operator took the panic slate',
  'operator-return': 'Operator returned to the schedule',
  'operator-hold': 'Operator held the schedule',
  'operator-breaking': 'Broke into the schedule',
  'input-lost': 'Live input lost',
  'media-missing': 'File missing',
  'media-corrupt': 'File could not be decoded',
  'media-short': 'File shorter than planned',
  'decoder-lost': 'Decoder stopped',
  'pictures-late': 'Its pictures came too late',
  'engine-lost': 'Engine was down',
  'nothing-scheduled': 'Nothing was scheduled',
  'left-air': 'Channel left the air',
  'clock-stepped': 'Clock of the machine was set',
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  aired: 'AIRED',
  partial: 'PARTIAL',
  missed: 'MISSED',
  skipped: 'SKIPPED',
  failed: 'FAILED',
  replaced: 'REPLACED',
  inserted: 'INSERTED',
};

/** Every reason and every outcome, to choose from. */
export const REASON_CHOICES = Object.keys(REASONS) as readonly Reason[];
export const OUTCOME_CHOICES = Object.keys(OUTCOMES) as readonly Outcome[];

/** A reason in words. */
export function reasonWord(reason: Reason): string {
  return REASONS[reason];
}

/** Why a row differs from the plan, in words. Held and slated frames are told, even when the item aired to its end, and so is a correction's note. */
export function reasonWords(row: Pick<AsRunRow, 'reason' | 'heldFrames' | 'slatedFrames' | 'note'>): string {
  const held = row.heldFrames > 0 ? [`${row.heldFrames} frames held`] : [];
  const slated = row.slatedFrames > 0 ? [`${row.slatedFrames} frames of slate`] : [];
  const note = row.note === undefined ? [] : [row.note];
  return [REASONS[row.reason], ...held, ...slated, ...note].join(' · ');
}

/** An outcome in a word. */
export function outcomeWord(outcome: Outcome): string {
  return OUTCOMES[outcome];
}

/** Who or what, in words: `schedule` and `engine` are the station itself. */
export function causeWords(cause: string): string {
  return cause === '' ? '–' : cause.charAt(0).toUpperCase() + cause.slice(1);
}
