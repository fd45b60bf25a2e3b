/** What the reading thread is asked. */
export interface ReaderQuestion {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What it answers. */
export type ReaderAnswer =
  | { readonly id: number; readonly ok: true; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** What it is started with. */
export interface ReaderStart {
  /** The database's file. */
  readonly path: string;
}
