import { createHash } from 'node:crypto';
import { type Evidence, type EvidenceBody, evidenceSchema, sealedText } from '../../../shared/engine-protocol/index.ts';

/** Makes the next record of a journal: numbered after `previous`, and chained to it. */
export function sealEvidence(body: EvidenceBody, at: string, previous: Pick<Evidence, 'seq' | 'hash'>): Evidence {
  const record = { seq: previous.seq + 1, at, body, prevHash: previous.hash };
  return { ...record, hash: hashOf(record) };
}

/** What comes before the first record. */
export const BEFORE_EVIDENCE = { seq: 0, hash: '' } as const;

/** Reads a line of a journal; null when it is torn, or no longer what was written. */
export function readEvidenceLine(line: string): Evidence | null {
  try {
    const record = evidenceSchema.parse(JSON.parse(line));
    return hashOf(record) === record.hash ? record : null;
  } catch {
    return null;
  }
}

function hashOf(record: Omit<Evidence, 'hash'>): string {
  return createHash('sha256').update(sealedText(record)).digest('hex');
}
