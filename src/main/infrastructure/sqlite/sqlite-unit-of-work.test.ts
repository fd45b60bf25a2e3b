import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let unitOfWork: SqliteUnitOfWork;

beforeEach(() => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
});
afterEach(() => database.remove());

describe('SqliteUnitOfWork', () => {
  it('keeps what a run wrote and answers what it returned', async () => {
    expect(await unitOfWork.run(({ assets }) => assets.nextHouseNumber('PRG'))).toBe(1);
    expect(await unitOfWork.run(({ assets }) => assets.nextHouseNumber('PRG'))).toBe(2);
  });

  it('undoes all that a run wrote when it throws, and throws the same', async () => {
    const failure = new Error('the disk fell off');
    const run = unitOfWork.run(async ({ assets }) => {
      await assets.nextHouseNumber('PRG');
      throw failure;
    });
    await expect(run).rejects.toBe(failure);
    expect(await unitOfWork.run(({ assets }) => assets.nextHouseNumber('PRG'))).toBe(1);
  });

  it('lets runs take turns, in the order they were asked for', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () =>
        unitOfWork.run(async ({ assets }) => {
          const number = await assets.nextHouseNumber('PRG');
          await Promise.resolve();
          return [number, await assets.nextHouseNumber('PRG')];
        }),
      ),
    );
    expect(numbers.flat()).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('throws at a run inside a run, and undoes the outer one', async () => {
    const nested = unitOfWork.run(async ({ assets }) => {
      await assets.nextHouseNumber('PRG');
      await unitOfWork.run(async () => 0);
    });
    await expect(nested).rejects.toThrow('inside another');
    expect(await unitOfWork.run(({ assets }) => assets.nextHouseNumber('PRG'))).toBe(1);
  });

  it('lets work that a run left behind run its own when the first has ended', async () => {
    let later: Promise<number> = Promise.resolve(0);
    await unitOfWork.run(async () => {
      later = new Promise((resolve) => setImmediate(resolve)).then(() => unitOfWork.run(({ assets }) => assets.nextHouseNumber('PRG')));
    });
    expect(await later).toBe(1);
  });
});
