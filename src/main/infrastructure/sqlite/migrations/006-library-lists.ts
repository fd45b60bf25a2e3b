import type { Migration } from '../migrate.ts';

/** What shows only few assets is found without going through all of them. */
export const libraryLists: Migration = {
  version: 6,
  name: 'library-lists',
  sql: `CREATE INDEX assets_flawed ON assets (title_sort, seq) WHERE flaws_json <> '[]'`,
};
