import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { KeepBackups } from '../../application/backups/index.ts';
import { sampleAsset } from './asset-samples.fixture.ts';
import { FolderBackupStore } from './folder-backup-store.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { restoreIfOrdered } from './restore-if-ordered.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';

const DAY = 86_400_000;
let folder: string;
let path: string;
let database: OpenDatabase;
let backups: KeepBackups;
let now: number;
const logged: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  path = join(folder, 'station.db');
  now = Date.UTC(2026, 2, 1);
  logged.length = 0;
  open();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): void {
  database = openDatabase(path, milliseconds(now));
  const note = (message: string) => void logged.push(message);
  const timers = { every: () => () => undefined, after: () => () => undefined };
  const log = { info: note, warn: note, error: note };
  backups = new KeepBackups({ store: new FolderBackupStore(folder, database), clock: { now: () => milliseconds(now) }, timers, log });
}
async function restart(): Promise<string | null> {
  await database.close();
  const restored = restoreIfOrdered(folder, path, milliseconds(now));
  open();
  return restored;
}
const add = (number: number) => new SqliteUnitOfWork(database.kysely).run(({ assets }) => assets.add(sampleAsset(number)));
const houseIds = async () =>
  (await database.kysely.selectFrom('assets').select('house_id').orderBy('house_id').execute()).map((row) => row.house_id);

describe('backups', () => {
  it('are made once a day, and the newest seven are kept', async () => {
    for (let half = 0; half < 20; half++) {
      await backups.makeIfDue();
      now += DAY / 2;
    }
    const list = await backups.list();
    expect(list).toHaveLength(7);
    expect(list[0]?.madeAt).toBe('2026-03-10T00:00:00.000Z');
    expect(list.at(-1)?.madeAt).toBe('2026-03-04T00:00:00.000Z');
  });

  it('bring everything back at the next start, and what they replace is kept', async () => {
    await add(1);
    const { name } = await backups.make();
    await add(2);
    expect(await backups.restore(name)).toMatchObject({ ok: true });
    expect(await houseIds()).toEqual(['PRG-000001', 'PRG-000002']);
    expect(await restart()).toBe(name);
    expect(await houseIds()).toEqual(['PRG-000001']);
    expect(readdirSync(folder).some((file) => file.startsWith('station.db.replaced-'))).toBe(true);
    expect(await restart()).toBeNull();
    expect(await houseIds()).toEqual(['PRG-000001']);
  });

  it('are whole though the station writes meanwhile', async () => {
    for (let number = 0; number < 300; number++) await add(number);
    const [made] = await Promise.all([backups.make(), ...Array.from({ length: 20 }, (_, index) => add(1000 + index))]);
    expect(await backups.restore(made.name)).toMatchObject({ ok: true });
  });

  it('are made though a unit of work is under way, and hold what was there before it', async () => {
    await add(1);
    let end = (): void => undefined;
    const isMade = new Promise<void>((resolve) => {
      end = resolve;
    });
    const work = new SqliteUnitOfWork(database.kysely).run(async ({ assets }) => {
      await assets.add(sampleAsset(2));
      await isMade;
    });
    const { name } = await backups.make().finally(end);
    await work;
    expect(await houseIds()).toHaveLength(2);
    await backups.restore(name);
    await restart();
    expect(await houseIds()).toEqual(['PRG-000001']);
  });

  it('are refused when they are damaged, or not there, or no name of one', async () => {
    await add(1);
    const { name } = await backups.make();
    truncateSync(join(folder, 'backups', name), 5000);
    expect(await backups.restore(name)).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'name' });
    expect(await backups.restore('../station.db')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await restart()).toBeNull();
  });

  it('say in the log that one could not be made, and the station goes on', async () => {
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    await backups.makeIfDue();
    expect(logged).toEqual(['The database could not be copied']);
  });
});
