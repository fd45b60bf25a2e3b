import type { Kysely } from 'kysely';
import type { Repositories } from '../../application/ports/unit-of-work.ts';
import { SqliteAsRunRepository } from './sqlite-as-run-repository.ts';
import { SqliteAssetRepository } from './sqlite-asset-repository.ts';
import { SqliteCampaignRepository } from './sqlite-campaign-repository.ts';
import { SqliteEvidenceInbox } from './sqlite-evidence-inbox.ts';
import { SqliteImportRepository } from './sqlite-import-repository.ts';
import { SqlitePlanRepository } from './sqlite-plan-repository.ts';
import { SqlitePlaylogEditRepository } from './sqlite-playlog-edit-repository.ts';
import { SqlitePlaylogRepository } from './sqlite-playlog-repository.ts';
import { SqliteSavedFilterRepository } from './sqlite-saved-filter-repository.ts';
import { SqliteSchedulingLibrary } from './sqlite-scheduling-library.ts';
import { SqliteSessionRepository } from './sqlite-session-repository.ts';
import { SqliteUserRepository } from './sqlite-user-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** The repositories of one transaction. */
export function sqliteRepositories(transaction: Kysely<StationDatabase>): Repositories {
  return {
    assets: new SqliteAssetRepository(transaction),
    imports: new SqliteImportRepository(transaction),
    savedFilters: new SqliteSavedFilterRepository(transaction),
    playlog: new SqlitePlaylogRepository(transaction),
    playlogEdits: new SqlitePlaylogEditRepository(transaction),
    plan: new SqlitePlanRepository(transaction),
    campaigns: new SqliteCampaignRepository(transaction),
    schedulingLibrary: new SqliteSchedulingLibrary(transaction),
    asRun: new SqliteAsRunRepository(transaction),
    evidence: new SqliteEvidenceInbox(transaction),
    users: new SqliteUserRepository(transaction),
    sessions: new SqliteSessionRepository(transaction),
  };
}
