import { createHash } from 'node:crypto';
import type { ChainHead, ChainLink } from '../../application/ports/as-run-repository.ts';
import type { AsRunHeadTable } from './tables/playlog-tables.ts';

/** The head of a chain as its row. */
export function headRow(before: ChainLink, last: ChainLink): AsRunHeadTable {
  const row = { id: 1, first_seq: before.seq + 1, first_prev_hash: before.hash, last_seq: last.seq, last_hash: last.hash };
  return { ...row, seal: sealOf(row) };
}

/** The head of a row. */
export function headOfRow(row: AsRunHeadTable): ChainHead {
  return {
    firstSeq: row.first_seq,
    before: { seq: row.first_seq - 1, hash: row.first_prev_hash },
    last: { seq: row.last_seq, hash: row.last_hash },
    isWhole: row.seal === null || row.seal === sealOf(row),
  };
}

function sealOf({ first_seq, first_prev_hash, last_seq, last_hash }: Omit<AsRunHeadTable, 'seal'>): string {
  return createHash('sha256')
    .update(JSON.stringify([first_seq, first_prev_hash, last_seq, last_hash]))
    .digest('hex');
}
