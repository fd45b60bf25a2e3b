import type { AssetKind, REFUSAL_CODES } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { ImportId } from './identifiers.ts';

/** Why a file was refused. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A file's refusal: a code for programs and one sentence for people that says what is wrong and what to do. */
export interface FileRefusal {
  readonly code: RefusalCode;
  readonly reason: string;
}

/** Where an import stands. */
export type ImportState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** One order to bring a file or a folder into the library. */
export interface MediaImport {
  readonly id: ImportId;
  /** The file or folder, absolute. */
  readonly path: string;
  /** The kind asked for, or null: each file's folder decides. */
  readonly kind: AssetKind | null;
  /** The name of the user who asked. */
  readonly requestedBy: string;
  readonly state: ImportState;
  /** Held back by a person until it is resumed. */
  readonly isPaused: boolean;
  readonly found: number;
  /** Files that were dealt with, refused ones too. */
  readonly done: number;
  readonly createdAt: Milliseconds;
}

/** What became of one file of an import. `known`: it is in the library already, unchanged. */
export type FileOutcome = 'imported' | 'known' | 'replaced' | 'moved' | 'refused';

/** A file of an import that was refused. */
export interface ImportFailure extends FileRefusal {
  readonly path: string;
}
