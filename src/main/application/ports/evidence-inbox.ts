import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AsRunState } from '../../domain/as-run/index.ts';

/** How far the engine's evidence was taken in. */
export interface EvidenceCursor {
  /** The last record that was taken in; 0 when the journal begins anew. */
  readonly seq: number;
  /** That record's hash; null before the first. */
  readonly hash: string | null;
  /** What the as-run log needs to know to go on from there. */
  readonly state: AsRunState;
}

/** Something in the evidence that should not have been. The log goes on; the defect stays on record. */
export interface EvidenceDefect {
  readonly at: Milliseconds;
  /** The record in which it showed. */
  readonly seq: number;
  readonly fault: string;
  readonly detail: string;
}

/** Where main keeps its place in the engine's journal. Moved in the same unit of work as what was made of the records. */
export interface EvidenceInbox {
  /** null before the first record. */
  cursor(): Promise<EvidenceCursor | null>;
  moveTo(cursor: EvidenceCursor): Promise<void>;
  recordDefect(defect: EvidenceDefect): Promise<void>;
  /** The latest defects, newest first. */
  listDefects(limit: number): Promise<readonly EvidenceDefect[]>;
}
