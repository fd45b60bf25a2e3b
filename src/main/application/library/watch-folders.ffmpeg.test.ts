import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { ImportedLibrary } from '../../infrastructure/ffmpeg/imported-library.fixture.ts';
import { DiskMediaFiles } from '../../infrastructure/file-system/disk-media-files.ts';
import { SqliteLibraryCatalogue } from '../../infrastructure/sqlite/sqlite-library-catalogue.ts';
import { WatchFolders } from './watch-folders.ts';

/** Timers that ring when the test says so. */
class HandTimers {
  readonly after = (_: Milliseconds, job: () => void) => {
    this.waiting.add(job);
    return () => void this.waiting.delete(job);
  };
  readonly every = () => () => undefined;
  readonly waiting = new Set<() => void>();
}

let library: ImportedLibrary;
let folders: WatchFolders;
let timers: HandTimers;
let now: number;
let changes: number;

beforeEach(async () => {
  library = new ImportedLibrary();
  timers = new HandTimers();
  now = library.now;
  changes = 0;
  folders = new WatchFolders({
    unitOfWork: library.unitOfWork,
    catalogue: new SqliteLibraryCatalogue(library.database.kysely),
    files: new DiskMediaFiles(),
    clock: { now: () => milliseconds(now) },
    limits: USUAL_FLAW_LIMITS,
    imports: { startFiles: (folder, files) => library.service.startFiles(folder, files) },
    watch: { watch: () => () => undefined },
    events: { libraryChanged: () => void changes++, importProgress: () => undefined },
    timers,
    ids: { next: () => `id-${now++}` },
    log: { info: () => undefined, warn: () => undefined, error: (message) => void library.logged.push(message) },
  });
  expect(await folders.add(library.media, null, 'ada')).toMatchObject({ ok: true });
});
afterEach(async () => {
  await folders.stop();
  await library.remove();
});

/** Looks at the folders after some seconds, and waits for what that brings. */
async function lookAfter(seconds: number): Promise<void> {
  now += seconds * 1000;
  await folders.look();
  await library.service.whenIdle();
}
const titles = async () => (await library.assets()).map(({ title }) => title);
const badges = async () => (await library.assets()).map((asset) => asset.badges.map(({ code }) => code));

describe('WatchFolders', () => {
  it('takes a file when it has been still, and not before', async () => {
    const path = library.film('promos/film.mp4', 1);
    await lookAfter(0);
    await lookAfter(1);
    expect(await titles()).toEqual([]);
    library.film('promos/film.mp4', 2, { size: '128x72' });
    await lookAfter(5);
    expect(await titles()).toEqual([]);
    expect(timers.waiting.size).toBe(1);
    await lookAfter(5);
    expect(await library.assets()).toMatchObject([{ title: 'film', kind: 'promo', media: { path, width: 128 } }]);
  });

  it('looks into nothing of an unchanged folder again, be it taken or refused', async () => {
    library.film('film.mp4', 1);
    writeFileSync(join(library.media, 'letter.mp4'), 'Dear programme director');
    await lookAfter(0);
    await lookAfter(5);
    const imports = library.told.length;
    expect(library.probe.decodes).toBe(1);
    await lookAfter(5);
    await lookAfter(7200);
    expect([library.probe.decodes, library.told.length]).toEqual([1, imports]);
  });

  it('marks what vanished as missing, takes it off the air, and heals it when it is back', async () => {
    const path = library.film('film.mp4', 1);
    await lookAfter(0);
    await lookAfter(5);
    renameSync(path, join(library.database.folder, 'away'));
    await lookAfter(1);
    expect(await badges()).toEqual([['missing']]);
    expect(await library.unitOfWork.run(({ assets }) => assets.listAirableOfKind('programme', 9))).toEqual([]);
    renameSync(join(library.database.folder, 'away'), path);
    await lookAfter(1);
    expect(await badges()).toEqual([[]]);
    expect(library.probe.decodes).toBe(1);
    expect(changes).toBe(2);
  });

  it('finds a file again that was moved inside the folder, and marks all when the folder is gone', async () => {
    const path = library.film('film.mp4', 1);
    await lookAfter(0);
    await lookAfter(5);
    const [before] = await library.assets();
    mkdirSync(join(library.media, 'deep'));
    renameSync(path, join(library.media, 'deep/renamed.mp4'));
    await lookAfter(1);
    await lookAfter(5);
    expect(await library.assets()).toMatchObject([
      { id: before?.id, badges: [], media: { path: join(library.media, 'deep/renamed.mp4') } },
    ]);
    rmSync(library.media, { recursive: true });
    await lookAfter(1);
    expect(await badges()).toEqual([['missing']]);
  });

  it('reads a sidecar again when it changes, without looking into its film, and keeps what people changed meanwhile', async () => {
    const beside = join(library.media, 'film.json');
    library.film('film.mp4', 1);
    await lookAfter(0);
    await lookAfter(5);
    writeFileSync(beside, JSON.stringify({ title: 'Night Train', tags: ['rail'], year: 'soon' }));
    await lookAfter(1);
    expect(await library.assets()).toMatchObject([{ title: 'Night Train', tags: ['rail'], notes: 'Not understood in its sidecar: year.' }]);
    await library.unitOfWork.run(async ({ assets }) => {
      const asset = await assets.findByPath(join(library.media, 'film.mp4'));
      if (asset) await assets.update({ ...asset, title: 'By hand' });
    });
    writeFileSync(beside, JSON.stringify({ title: 'Night Train', tags: ['rail', 'night'], year: 1959 }));
    const told = changes;
    await lookAfter(1);
    await lookAfter(1);
    expect(await library.assets()).toMatchObject([{ title: 'By hand', tags: ['rail', 'night'], year: 1959, notes: '' }]);
    expect([library.probe.decodes, changes - told]).toEqual([1, 1]);
  });

  it('leaves alone what only begins like the folder’s name', async () => {
    const twin = `${library.media}-2`;
    mkdirSync(twin);
    renameSync(library.film('film.mp4', 1), join(twin, 'film.mp4'));
    await library.import(twin);
    await lookAfter(1);
    expect(await badges()).toEqual([[]]);
  });

  it('refuses what is no folder, takes one once, and forgets it', async () => {
    expect(await folders.add('relative', null, 'ada')).toMatchObject({ ok: false, field: 'path' });
    expect(await folders.add(join(library.media, 'none'), null, 'ada')).toMatchObject({ ok: false, field: 'path' });
    expect(await folders.add(`${library.media}/.`, null, 'ada')).toMatchObject({ ok: true });
    const list = await folders.list();
    expect(list).toMatchObject([{ path: library.media }]);
    expect(await folders.remove(list[0]?.id ?? '')).toMatchObject({ ok: true });
    expect(await folders.remove('none')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await folders.list()).toEqual([]);
  });

  it('does not try a file that can not be read again and again', async () => {
    chmodSync(library.film('film.mp4', 1), 0o000);
    // Where names are bytes: a name that can't be read.
    if (process.platform === 'linux')
      writeFileSync(Buffer.concat([Buffer.from(`${library.media}/`), Buffer.from('Ça.mp4', 'latin1')]), 'x');
    await lookAfter(0);
    await lookAfter(5);
    const orders = async () => (await library.queries.listImports()).length;
    const before = await orders();
    expect(before).toBeGreaterThan(0);
    await lookAfter(60);
    await lookAfter(60);
    expect(await orders()).toBe(before);
  });
});
