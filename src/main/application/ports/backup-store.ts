import type { Milliseconds } from '../../../shared/time/index.ts';

/** A copy of the station's database. */
export interface Backup {
  /** Its name in the store, which tells when it was made. */
  readonly name: string;
  readonly madeAt: Milliseconds;
  readonly sizeBytes: number;
}

/** Where copies of the station's database are kept. */
export interface BackupStore {
  /** The copies, newest first. */
  list(): Promise<readonly Backup[]>;
  /** Copies the database as it is now, while the station goes on. A copy is there whole or not at all. */
  make(now: Milliseconds): Promise<Backup>;
  remove(name: string): Promise<void>;
  /** Whether a copy is whole and of a version that this station can run on; false for one that is not there as well. */
  isSound(name: string): Promise<boolean>;
  /** Has the station begin from that copy when it is started next. */
  restoreAtNextStart(name: string): Promise<void>;
}
