/** What makes an entry a correction of an earlier one: a new entry that counts in its place. */
export interface Correction {
  /** The number of the entry that it puts right. */
  readonly amends: number;
  /** What it is for, in a person's words. */
  readonly note: string;
}

interface Numbered {
  readonly seq: number;
  readonly correction: Correction | null;
}

/** The entries that count: those that a later one among them corrects are left out. */
export function asCorrected<T extends Numbered>(entries: readonly T[]): readonly T[] {
  const corrected = new Set(entries.map(({ correction }) => correction?.amends));
  return entries.filter(({ seq }) => !corrected.has(seq));
}
