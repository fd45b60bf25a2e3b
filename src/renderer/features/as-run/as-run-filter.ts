import type { AsRunRow, AssetKind } from '../../../shared/contract/index.ts';

/** Which rows of the log are shown; null and an empty text leave nothing out. */
export interface AsRunFilter {
  readonly kind: AssetKind | null;
  /** An outcome, or all rows that differ from the plan. */
  readonly outcome: AsRunRow['outcome'] | 'differs' | null;
  /** Words that title, house ID, cause or note must have, whatever their case. */
  readonly text: string;
}

/** The filter that leaves nothing out. */
export const EVERY_ROW: AsRunFilter = { kind: null, outcome: null, text: '' };

/** The rows that a filter lets through, in their order. */
export function filteredRows(rows: readonly AsRunRow[], { kind, outcome, text }: AsRunFilter): readonly AsRunRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (kind !== null && row.kind !== kind) return false;
    if (outcome === 'differs' ? isAsPlanned(row) : outcome !== null && row.outcome !== outcome) return false;
    const told = [row.title, row.houseId ?? '', row.cause, row.note ?? ''].join(' ').toLowerCase();
    return words.every((word) => told.includes(word));
  });
}

/** Whether a row is all that the plan had said. */
function isAsPlanned({ reason, heldFrames, slatedFrames }: Pick<AsRunRow, 'reason' | 'heldFrames' | 'slatedFrames'>): boolean {
  return reason === 'as-planned' && heldFrames === 0 && slatedFrames === 0;
}

/** Of every row that was put right, the row that counts in its place. */
export function corrections(rows: readonly AsRunRow[]): ReadonlyMap<number, AsRunRow> {
  return new Map(rows.flatMap((row) => (row.amends === undefined ? [] : [[row.amends, row] as const])));
}
