import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { Repositories } from '../../application/ports/unit-of-work.ts';
import { importId, type MediaImport, refusal } from '../../domain/library/index.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const ID = importId('import-1');
const QUEUED: MediaImport = {
  id: ID,
  path: '/media',
  kind: 'promo',
  requestedBy: 'ada',
  state: 'queued',
  isPaused: false,
  found: 0,
  done: 0,
  createdAt: milliseconds(1_700_000_000_000),
};

let database: TemporaryDatabase;
let unitOfWork: SqliteUnitOfWork;

const withImports = <T>(work: (imports: Repositories['imports']) => Promise<T>) => unitOfWork.run(({ imports }) => work(imports));

beforeEach(async () => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
  await withImports((imports) => imports.add(QUEUED));
});
afterEach(() => database.remove());

describe('SqliteImportRepository', () => {
  it('gives an import back as it was added, and null for one it has not', async () => {
    expect(await withImports((imports) => imports.get(ID))).toEqual(QUEUED);
    expect(await withImports((imports) => imports.get(importId('none')))).toBeNull();
  });

  it('counts the files it is given, each once', async () => {
    await withImports((imports) => imports.addFiles(ID, ['/media/a', '/media/b']));
    await withImports((imports) => imports.addFiles(ID, ['/media/b', '/media/c']));
    expect(await withImports((imports) => imports.get(ID))).toMatchObject({ found: 3, done: 0 });
    expect(await withImports((imports) => imports.listPendingFiles(ID, 2))).toEqual(['/media/a', '/media/b']);
  });

  it('settles a file once, and keeps the reasons in the order the files were found', async () => {
    await withImports((imports) => imports.addFiles(ID, ['/media/a', '/media/b', '/media/c']));
    await withImports(async (imports) => {
      await imports.settleFile(ID, '/media/c', 'refused', refusal('corrupt'));
      await imports.settleFile(ID, '/media/a', 'refused', refusal('empty-file'));
      await imports.settleFile(ID, '/media/a', 'imported', null);
    });
    expect(await withImports((imports) => imports.get(ID))).toMatchObject({ found: 3, done: 2 });
    expect(await withImports((imports) => imports.listPendingFiles(ID, 10))).toEqual(['/media/b']);
    expect(await withImports((imports) => imports.listFailures(ID))).toMatchObject([
      { path: '/media/a', code: 'empty-file' },
      { path: '/media/c', code: 'corrupt', reason: refusal('corrupt').reason },
    ]);
  });

  it('lists what is not finished, oldest first', async () => {
    await withImports(async (imports) => {
      for (const number of [2, 3, 4, 5]) await imports.add({ ...QUEUED, id: importId(`import-${number}`) });
      await imports.setState(importId('import-2'), 'running');
      await imports.setState(importId('import-3'), 'done');
      await imports.setState(importId('import-4'), 'cancelled');
      await imports.setState(importId('import-5'), 'failed');
    });
    expect((await withImports((imports) => imports.listUnfinished())).map((one) => one.id)).toEqual([ID, 'import-2']);
  });
});
