import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import { type Frames, frameOnAirAt, frames, type Milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { type AsRunEntry, beforeFirstAir, foldEvidence, instantOf } from '../../domain/as-run/index.ts';
import { assetId } from '../../domain/library/index.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import type { EvidenceCursor, EvidenceDefect } from '../ports/evidence-inbox.ts';
import type { EvidenceSeal } from '../ports/evidence-seal.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { PlaylogFollower } from './playlog-follower.ts';

/** The most items that a time without air can name. */
const MOST_LOST = 50_000;

/** What taking in a batch goes by. */
export interface BatchContext {
  /** The channel's rate, for a log that has no record yet. */
  readonly rate: string;
  readonly now: Milliseconds;
  readonly seal: EvidenceSeal;
}

/** What a batch changed. */
export interface BatchOutcome {
  /** The last entry of the as-run log; null when the batch added none. */
  readonly asRunSeq: number | null;
  /** The playlog's new revision; null when its plan stands. */
  readonly revision: number | null;
  readonly defects: readonly EvidenceDefect[];
}

/** Takes records into the as-run log, the playlog and the library, and moves the cursor. Records that were taken in before are passed over. */
export async function takeInBatch(repositories: Repositories, records: readonly Evidence[], context: BatchContext): Promise<BatchOutcome> {
  const { playlog, evidence, asRun } = repositories;
  let cursor = (await evidence.cursor()) ?? beginning(context.rate);
  const follower = new PlaylogFollower(playlog, frameOnAirAt(context.now, parseFrameRate(context.rate)));
  const entries: AsRunEntry[] = [];
  const defects: EvidenceDefect[] = [];
  for (const record of records.filter(({ seq }) => seq > cursor.seq)) {
    const { body } = record;
    const folded = foldEvidence(cursor.state, body, await plannedAround(body, cursor, repositories));
    const faults = [...chainFaults(record, cursor, context.seal), ...folded.defects];
    defects.push(...faults.map((fault) => ({ at: context.now, seq: record.seq, fault, detail: body.type })));
    if (!isOld(body, cursor)) await follower.follow(body, folded.entries);
    entries.push(...folded.entries);
    cursor = { seq: record.seq, hash: record.hash, state: folded.state };
  }
  await asRun.append(entries);
  await markAired(repositories, entries, cursor.state.rate);
  if (cursor.state.frontier !== null) await playlog.markMissed(cursor.state.frontier);
  for (const defect of defects) await evidence.recordDefect(defect);
  await evidence.moveTo(cursor);
  const revision = follower.hasChangedPlan ? await playlog.nextRevision() : null;
  return { asRunSeq: entries.length > 0 ? await asRun.lastSeq() : null, revision, defects };
}

/** Where a log begins that has no record yet. */
export function beginning(rate: string): EvidenceCursor {
  return { seq: 0, hash: null, state: beforeFirstAir(rate) };
}

/** What was planned while nobody was on air, or while an override was; nothing for records that do not end such a time. */
async function plannedAround(body: EvidenceBody, { state }: EvidenceCursor, { playlog }: Repositories): Promise<readonly PlaylogItem[]> {
  if (body.type !== 'on-air' && body.type !== 'returned') return [];
  const from =
    body.type === 'on-air' ? (state.frontier ?? body.lostFrom ?? body.frame) : (body.since ?? state.open?.startFrame ?? body.frame);
  return from < body.frame ? playlog.listBetween(from, body.frame, MOST_LOST) : [];
}

/** Whether a record tells of frames that are in the log: the journal is then being read again, and the playlog has moved on. */
function isOld(body: EvidenceBody, { state }: EvidenceCursor): boolean {
  return state.frontier !== null && body.frame < state.frontier;
}

function chainFaults(record: Evidence, cursor: EvidenceCursor, seal: EvidenceSeal): readonly string[] {
  const faults: string[] = [];
  if (record.seq !== cursor.seq + 1) faults.push('Records are missing');
  if (cursor.hash !== null && record.prevHash !== cursor.hash) faults.push('The chain is broken');
  if (!seal.isWhole(record)) faults.push('The record was changed');
  return faults;
}

async function markAired({ assets }: Repositories, entries: readonly AsRunEntry[], rate: string): Promise<void> {
  const ends = new Map<string, Frames>();
  for (const entry of entries) {
    const hasAired = entry.outcome === 'aired' || entry.outcome === 'partial' || entry.outcome === 'inserted';
    if (entry.assetId !== null && hasAired) ends.set(entry.assetId, frames(entry.startFrame + entry.durationFrames));
  }
  for (const [id, end] of ends) await assets.markAired(assetId(id), instantOf(end, rate));
}
