import type { Kysely } from 'kysely';
import type { Repositories } from '../../application/ports/unit-of-work.ts';
import { SqliteAssetRepository } from './sqlite-asset-repository.ts';
import { SqliteImportRepository } from './sqlite-import-repository.ts';
import { SqliteSessionRepository } from './sqlite-session-repository.ts';
import { SqliteUserRepository } from './sqlite-user-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** The repositories of one transaction. */
export function sqliteRepositories(transaction: Kysely<StationDatabase>): Repositories {
  return {
    assets: new SqliteAssetRepository(transaction),
    imports: new SqliteImportRepository(transaction),
    users: new SqliteUserRepository(transaction),
    sessions: new SqliteSessionRepository(transaction),
  };
}
