import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/index.ts';

/** Where the channel writes what happened on air, and where it is read again. */
export interface EvidenceLog {
  /** The number of the last record; 0: none yet. */
  readonly seq: number;
  /** Whether every record is written: none waits in memory alone. */
  readonly isWritten: boolean;
  /** Adds a record; it is on its way to the disk when this returns. @returns its number. */
  append(body: EvidenceBody): number;
  /** Records after number `after`, oldest first, at most `limit`. */
  read(after: number, limit: number): Promise<readonly Evidence[]>;
}
