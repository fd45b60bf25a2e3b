import { createHash } from 'node:crypto';
import { frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { LoggedEntry } from '../../application/ports/as-run-repository.ts';
import type { AsRunTable } from './tables/playlog-tables.ts';

type UnchainedRow = Omit<AsRunTable, 'prev_hash' | 'hash'>;

/** An entry as its row, chained to the row before. */
export function asRunRow(entry: LoggedEntry, prevHash: string): AsRunTable {
  const row: UnchainedRow = {
    seq: entry.seq,
    item_id: entry.itemId,
    asset_id: entry.assetId,
    house_id: entry.houseId,
    title: entry.title,
    kind: entry.kind,
    planned_starts_at_ms: entry.plannedStartsAt,
    planned_duration_frames: entry.plannedDurationFrames,
    starts_at_ms: entry.startsAt,
    start_frame: entry.startFrame,
    duration_frames: entry.durationFrames,
    held_frames: entry.heldFrames,
    slated_frames: entry.slatedFrames,
    outcome: entry.outcome,
    reason: entry.reason,
    cause: entry.cause,
    amends_seq: entry.correction?.amends ?? null,
    note: entry.correction?.note ?? null,
  };
  return { ...row, prev_hash: prevHash, hash: hashOfRow(row, prevHash) };
}

/**
 * SHA-256 (hex) of the hash before and the row as JSON with its columns in alphabetical order; the two columns of corrections only where they
 * say something, so that rows from before there were any keep their hashes.
 */
export function hashOfRow(row: UnchainedRow, prevHash: string): string {
  const { amends_seq, note, ...always } = row;
  const told = { ...always, ...(amends_seq === null ? {} : { amends_seq }), ...(note === null ? {} : { note }) };
  const canonical = JSON.stringify(Object.fromEntries(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1))));
  return createHash('sha256').update(prevHash).update(canonical).digest('hex');
}

/** The entry of a row. */
export function loggedEntryOfRow(row: AsRunTable): LoggedEntry {
  return {
    seq: row.seq,
    itemId: row.item_id,
    assetId: row.asset_id,
    houseId: row.house_id,
    title: row.title,
    kind: row.kind,
    plannedStartsAt: row.planned_starts_at_ms as Milliseconds | null,
    plannedDurationFrames: row.planned_duration_frames === null ? null : frames(row.planned_duration_frames),
    startsAt: milliseconds(row.starts_at_ms),
    startFrame: frames(row.start_frame),
    durationFrames: frames(row.duration_frames),
    heldFrames: frames(row.held_frames),
    slatedFrames: frames(row.slated_frames),
    outcome: row.outcome,
    reason: row.reason,
    cause: row.cause,
    correction: row.amends_seq === null ? null : { amends: row.amends_seq, note: row.note ?? '' },
  };
}
