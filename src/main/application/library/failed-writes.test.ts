import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Kysely,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type RootOperationNode,
  sql,
  type UnknownRow,
  type Updateable,
} from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { MediaImport, ProbedFacts } from '../../domain/library/index.ts';
import { importId, USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { DiskMediaFiles } from '../../infrastructure/file-system/disk-media-files.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { SqliteLibraryCatalogue } from '../../infrastructure/sqlite/sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from '../../infrastructure/sqlite/sqlite-unit-of-work.ts';
import type { StationDatabase } from '../../infrastructure/sqlite/station-schema.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../infrastructure/sqlite/temporary-database.ts';
import type { MediaProbe } from '../ports/media-probe.ts';
import { EditAssets } from './edit-assets.ts';
import { EmptyBin } from './empty-bin.ts';
import { EnrichAssets } from './enrich-assets.ts';
import { ImportFile } from './import-file.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportService } from './import-service.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { rereadSidecar } from './reread-sidecar.ts';
import { reviewReadiness } from './review-readiness.ts';
import { SavedFilters } from './saved-filters.ts';
import { WatchFolders } from './watch-folders.ts';

/** Lets so many writes through and fails the next, once. */
class FailingWrite implements KyselyPlugin {
  left = Number.POSITIVE_INFINITY;
  hasFailed = false;

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'].includes(node.kind)) return node;
    if (this.left-- > 0) return node;
    this.left = Number.POSITIVE_INFINITY;
    this.hasFailed = true;
    throw new Error('The disk is full');
  }

  transformResult = async ({ result }: { result: { rows: UnknownRow[] } }) => result as never;
}

const thumbnails = { write: async () => undefined, read: async () => null, remove: async () => undefined };
const calm = { air: { isStrained: () => false }, timers: { after: () => () => undefined } };
const NOW = milliseconds(Date.UTC(2026, 2, 1));
const clock = { now: () => NOW };
const events = { libraryChanged: () => undefined, importProgress: () => undefined };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { media } = sampleAsset(1);
const facts: ProbedFacts = {
  container: 'mp4',
  claimedDuration: null,
  claimedPictureDuration: null,
  picture: media.picture && { ...media.picture, isInterlaced: false, averageRate: media.picture.nominalRate },
  sound: null,
  chapters: [{ from: milliseconds(2000), title: 'Two' }],
};
const probe: MediaProbe = {
  probe: async () => ({ ok: true, facts }),
  decode: async () => ({
    pictureFrames: 300,
    decodedDuration: milliseconds(10_010),
    errorCount: 0,
    openingErrorCount: 0,
    isCutShort: false,
    isFinished: true,
    uneventful: [{ type: 'black', from: milliseconds(5005), until: milliseconds(5500) }],
    loudness: null,
  }),
};
const order: MediaImport = {
  id: importId('import-1'),
  path: '/media',
  kind: null,
  requestedBy: 'ada',
  state: 'running',
  isPaused: false,
  found: 0,
  done: 0,
  createdAt: NOW,
};

let database: TemporaryDatabase;
let failing: FailingWrite;
let unitOfWork: SqliteUnitOfWork;
let film: string;
let sidecar: string;

beforeEach(async () => {
  database = openTemporaryDatabase();
  failing = new FailingWrite();
  unitOfWork = new SqliteUnitOfWork(database.kysely.withPlugin(failing));
  film = join(database.folder, 'media/film.mp4');
  sidecar = join(database.folder, 'media/film.json');
  mkdirSync(join(database.folder, 'media'));
  writeFileSync(film, 'film');
  writeFileSync(sidecar, JSON.stringify({ tags: ['a', 'b'], series: 'Ports' }));
  await unitOfWork.run(async ({ assets, imports }) => {
    for (const number of [1, 2]) await assets.add(sampleAsset(number));
    await assets.makeDue(sampleAsset(1).id, 'thumbnail');
    await imports.add(order);
    await imports.addFiles(order.id, [film]);
  });
});
afterEach(() => database.remove());

const edits = () => new EditAssets({ unitOfWork, events, clock, limits: USUAL_FLAW_LIMITS });
const files = new DiskMediaFiles();
const importer = () =>
  new ImportFile({
    unitOfWork,
    files,
    probe,
    clock,
    ids: { next: () => 'asset-new' },
    limits: USUAL_FLAW_LIMITS,
    stillLength: milliseconds(10_000),
  });
const catalogue = () => new SqliteLibraryCatalogue(database.kysely);
const never = new AbortController().signal;

function service(): ImportService {
  const progress = new ImportProgress(catalogue(), events, silent);
  const parts = { unitOfWork, files, importFile: importer(), progress, events, log: silent, clock, parallelFiles: 1, ...calm };
  const made = new ImportService({ ...parts, ids: { next: () => 'import-2' } });
  // What it would do in the background is another use case's.
  void made.stop();
  return made;
}

function watchFolders(): WatchFolders {
  const timers = { every: () => () => undefined, after: () => () => undefined };
  const parts = {
    unitOfWork,
    catalogue: catalogue(),
    files,
    clock,
    limits: USUAL_FLAW_LIMITS,
    imports: service(),
    events,
    timers,
    log: silent,
  };
  return new WatchFolders({ ...parts, watch: { watch: () => () => undefined }, ids: { next: () => 'folder-1' } });
}

const watched = () => ({ id: 'folder-1', path: '/media', kind: null, addedBy: 'ada', addedAt: NOW });
const ids = ['asset-1', 'asset-2'];

/** What stands before a use case, so that it has something to write; done before each attempt, with every write let through. */
const PREPARED: Record<string, () => Promise<unknown>> = {
  'takes a replaced file in': () => setFile({ path: film }),
  'reads a sidecar again': () => setFile({ path: film }),
  'follows a moved file': async () => setFile({ fingerprint: await withoutSidecar(), path: '/gone.mp4' }),
  'refuses a twin': async () => setFile({ fingerprint: await withoutSidecar(), path: database.path }),
  'takes a file that is there again': async () => {
    await withoutSidecar();
    await setFile({ path: film, size_bytes: 4, modified_at_ms: Math.floor(statSync(film).mtimeMs) });
    await database.kysely.updateTable('assets').set({ missing_since_ms: 1 }).where('id', '=', 'asset-1').execute();
  },
  'says that a file is gone': () => setFile({ path: join(database.folder, 'gone.mp4') }),
  'restores an asset': () => database.kysely.updateTable('assets').set({ deleted_at_ms: 1 }).where('id', '=', 'asset-1').execute(),
  'empties the bin': () => database.kysely.updateTable('assets').set({ deleted_at_ms: 1 }).execute(),
  'resumes an import': () => database.kysely.updateTable('imports').set({ is_paused: 1 }).execute(),
  'judges anew by other limits': () =>
    database.kysely
      .updateTable('assets')
      .set({ flaws_json: JSON.stringify([{ type: 'black', from: 0, until: media.duration }]) })
      .execute(),
  'forgets a search': () => sql`INSERT OR IGNORE INTO saved_filters VALUES ('filter-9', 'Old', 'kind:promo')`.execute(database.kysely),
  'forgets a watch folder': () =>
    sql`INSERT OR IGNORE INTO watch_folders VALUES ('folder-9', '/old', NULL, 'ada', 1)`.execute(database.kysely),
};

function setFile(to: Partial<Updateable<StationDatabase['media_files']>>): Promise<unknown> {
  return database.kysely.updateTable('media_files').set(to).where('asset_id', '=', 'asset-1').execute();
}

/** A sidecar is read in a unit of work of its own, after its file. @returns the fingerprint of the film that it stood beside */
async function withoutSidecar(): Promise<string> {
  rmSync(sidecar, { force: true });
  return files.fingerprint(film, 4);
}

const USE_CASES: Record<string, () => Promise<unknown>> = {
  'takes a new file in': () => importer().run(order, film, never),
  'refuses a file': () => {
    writeFileSync(film, '');
    return importer().run(order, film, never);
  },
  'takes a replaced file in': () => importer().run(order, film, never),
  'follows a moved file': () => importer().run(order, film, never),
  'refuses a twin': () => importer().run(order, film, never),
  'takes a file that is there again': () => importer().run(order, film, never),
  'says that a file is gone': () => importer().run(order, join(database.folder, 'gone.mp4'), never),
  'reads a sidecar again': () => rereadSidecar({ unitOfWork, files, limits: USUAL_FLAW_LIMITS }, film),
  'changes an asset': () => edits().change('asset-1', { title: 'New', tags: ['x'], people: ['Ada'] }, null),
  'sets breaks': () => edits().setBreaks('asset-1', { breaks: [10, 20], refused: [30] }, null),
  'restores an asset': () => edits().restore('asset-1'),
  'empties the bin': () => new EmptyBin({ unitOfWork, thumbnails, events, clock }).run(milliseconds(0)),
  'judges anew by other limits': () => reviewReadiness({ unitOfWork, events, limits: USUAL_FLAW_LIMITS }),
  'bins an asset': () => edits().bin('asset-1'),
  'edits many': () => edits().bulk({ op: 'tag', ids, add: ['x'], remove: [] }),
  'orders an import': () => service().start({ path: film, kind: null, by: 'ada' }),
  'orders an import of files': () => service().startFiles(watched(), [film, `${film}2`]),
  'cancels an import': () => service().cancel('import-1'),
  'pauses an import': () => service().pause('import-1'),
  'resumes an import': () => service().resume('import-1'),
  'tries refused files again': () => service().retry('import-1', null),
  'keeps a search': () => new SavedFilters({ unitOfWork, clock, ids: { next: () => 'filter-1' } }).save('News', 'genre:news'),
  'forgets a search': () => new SavedFilters({ unitOfWork, clock, ids: { next: () => 'filter-1' } }).remove('filter-9'),
  'forgets a watch folder': () => watchFolders().remove('folder-9'),
  'adds a watch folder': () => watchFolders().add(join(database.folder, 'media'), null, 'ada'),
  'marks what is lost': () =>
    lookAtFolder({ unitOfWork, catalogue: catalogue(), files, clock, limits: USUAL_FLAW_LIMITS }, watched(), never),
  'settles a step of enrichment': async () => {
    const enrichment = new EnrichAssets({
      unitOfWork,
      stills: { take: async () => null },
      thumbnails,
      log: silent,
    });
    enrichment.wake();
    await enrichment.whenIdle();
  },
};

describe.each(Object.keys(USE_CASES))('the use case that %s', (name) => {
  it('leaves nothing behind, whichever of its writes fails', async () => {
    let writes = 0;
    for (let number = 0; ; number++) {
      const outcome = await attempt(number);
      if (outcome === 'no write failed') break;
      writes++;
      expect(outcome, `write ${number + 1}`).toBe('as before');
    }
    expect(writes).toBeGreaterThan(0);
  });

  /** Runs the use case in a database of its own with its n-th write failing. */
  async function attempt(number: number): Promise<string> {
    failing.left = Number.POSITIVE_INFINITY;
    failing.hasFailed = false;
    const run = USE_CASES[name]!;
    await PREPARED[name]?.();
    const before = await dump(database.kysely);
    failing.left = number;
    await run().catch(() => undefined);
    failing.left = Number.POSITIVE_INFINITY;
    if (!failing.hasFailed) return 'no write failed';
    return (await dump(database.kysely)) === before ? 'as before' : 'changed';
  }
});

/** Every row of every table, those of the search index's own too. */
async function dump(db: Kysely<StationDatabase>): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'asset_search'`.execute(db);
  const tables = await Promise.all(rows.map(async ({ name }) => [name, (await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows]));
  return JSON.stringify(tables);
}
