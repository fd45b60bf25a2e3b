import type { Migration } from '../migrate.ts';

/** Items of the playlog that are a live input. Of what was planned before, none is. */
export const liveItems: Migration = {
  version: 12,
  name: 'live-items',
  sql: `
    ALTER TABLE playlog_items ADD COLUMN input_id TEXT;
  `,
};
