import type { Milliseconds } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';

/** A change that a person made, as the items that it took away and those that it put there. */
export interface RecordedEdit {
  readonly seq: number;
  readonly before: readonly PlaylogItem[];
  readonly after: readonly PlaylogItem[];
}

/** What people changed in the playlog, the latest changes of it. */
export interface PlaylogEditRepository {
  /** Notes a change, and forgets those that were undone: there is nothing to do again after it. */
  add(edit: Omit<RecordedEdit, 'seq'> & { readonly revision: number; readonly by: string; readonly at: Milliseconds }): Promise<void>;
  /** The latest change that stands. */
  lastDone(): Promise<RecordedEdit | null>;
  /** The change that was undone last. */
  lastUndone(): Promise<RecordedEdit | null>;
  setUndone(seq: number, isUndone: boolean): Promise<void>;
}
