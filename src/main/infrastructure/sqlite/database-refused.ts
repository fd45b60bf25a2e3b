/** Why a file could not be opened as the station's database. */
export type DatabaseRefusal = 'newer-version' | 'not-a-station-database' | 'unreadable' | 'migration-failed';

/** The station's database can't be used as it is. Nothing was changed: the file is as it was before. */
export class DatabaseRefused extends Error {
  readonly code: DatabaseRefusal;

  constructor(message: string, options: { readonly code: DatabaseRefusal; readonly cause: unknown }) {
    super(message, options);
    this.name = 'DatabaseRefused';
    this.code = options.code;
  }
}
