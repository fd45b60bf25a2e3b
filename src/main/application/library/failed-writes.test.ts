import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, type KyselyPlugin, type PluginTransformQueryArgs, type RootOperationNode, sql, type UnknownRow } from 'kysely';
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
import { EnrichAssets } from './enrich-assets.ts';
import { ImportFile } from './import-file.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportService } from './import-service.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { rereadSidecar } from './reread-sidecar.ts';
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

beforeEach(async () => {
  database = openTemporaryDatabase();
  failing = new FailingWrite();
  unitOfWork = new SqliteUnitOfWork(database.kysely.withPlugin(failing));
  film = join(database.folder, 'media/film.mp4');
  mkdirSync(join(database.folder, 'media'));
  writeFileSync(film, 'film');
  writeFileSync(join(database.folder, 'media/film.json'), JSON.stringify({ tags: ['a', 'b'], series: 'Ports' }));
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

const USE_CASES: Record<string, () => Promise<unknown>> = {
  'takes a new file in': () => importer().run(order, film, never),
  'refuses a file': () => {
    writeFileSync(film, '');
    return importer().run(order, film, never);
  },
  'takes a replaced file in': async () => {
    await database.kysely.updateTable('media_files').set({ path: film }).where('asset_id', '=', 'asset-1').execute();
    return importer().run(order, film, never);
  },
  'reads a sidecar again': async () => {
    await database.kysely.updateTable('media_files').set({ path: film }).where('asset_id', '=', 'asset-1').execute();
    return rereadSidecar({ unitOfWork, files, limits: USUAL_FLAW_LIMITS }, film);
  },
  'changes an asset': () => edits().change('asset-1', { title: 'New', tags: ['x'], people: ['Ada'] }, null),
  'sets breaks': () => edits().setBreaks('asset-1', { breaks: [10, 20], refused: [30] }, null),
  'bins an asset': () => edits().bin('asset-1'),
  'edits many': () => edits().bulk({ op: 'tag', ids, add: ['x'], remove: [] }),
  'orders an import': () => service().start({ path: film, kind: null, by: 'ada' }),
  'orders an import of files': () => service().startFiles(watched(), [film, `${film}2`]),
  'cancels an import': () => service().cancel('import-1'),
  'pauses an import': () => service().pause('import-1'),
  'tries refused files again': () => service().retry('import-1', null),
  'keeps a search': () => new SavedFilters({ unitOfWork, clock, ids: { next: () => 'filter-1' } }).save('News', 'genre:news'),
  'adds a watch folder': () => watchFolders().add(join(database.folder, 'media'), null, 'ada'),
  'marks what is lost': () =>
    lookAtFolder({ unitOfWork, catalogue: catalogue(), files, clock, limits: USUAL_FLAW_LIMITS }, watched(), never),
  'settles a step of enrichment': async () => {
    const enrichment = new EnrichAssets({
      unitOfWork,
      stills: { take: async () => null },
      thumbnails: { write: async () => undefined, read: async () => null, remove: async () => undefined },
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
    const before = name.includes('replaced') || name.includes('sidecar') ? null : await dump(database.kysely);
    failing.left = number;
    const prepared = before ?? (await preparedDump());
    await run().catch(() => undefined);
    failing.left = Number.POSITIVE_INFINITY;
    if (!failing.hasFailed) return 'no write failed';
    return (await dump(database.kysely)) === prepared ? 'as before' : 'changed';
  }

  async function preparedDump(): Promise<string> {
    await database.kysely.updateTable('media_files').set({ path: film }).where('asset_id', '=', 'asset-1').execute();
    return dump(database.kysely);
  }
});

/** Every row of every table, those of the search index's own too. */
async function dump(db: Kysely<StationDatabase>): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'asset_search'`.execute(db);
  const tables = await Promise.all(rows.map(async ({ name }) => [name, (await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows]));
  return JSON.stringify(tables);
}
