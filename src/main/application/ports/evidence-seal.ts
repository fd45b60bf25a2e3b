import type { Evidence } from '../../../shared/engine-protocol/evidence.ts';

/** Tells a record of the engine's journal that is as the engine wrote it from one that was changed. */
export interface EvidenceSeal {
  /** Whether the record's hash is the hash of the record. */
  readonly isWhole: (record: Evidence) => boolean;
}
