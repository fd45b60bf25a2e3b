import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { assetId, USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { SqliteLibraryCatalogue } from '../../infrastructure/sqlite/sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from '../../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../infrastructure/sqlite/temporary-database.ts';
import type { Answer } from '../refusal.ts';
import { EditAssets } from './edit-assets.ts';
import { LibraryQueries } from './library-queries.ts';
import { reviewReadiness } from './review-readiness.ts';

const clock = { now: () => milliseconds(Date.UTC(2026, 2, 1)) };

let database: TemporaryDatabase;
let edits: EditAssets;
let queries: LibraryQueries;
let unitOfWork: SqliteUnitOfWork;
let changes: number;

beforeEach(async () => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
  changes = 0;
  edits = new EditAssets({
    unitOfWork,
    clock,
    events: { libraryChanged: () => void changes++, importProgress: () => undefined },
    limits: USUAL_FLAW_LIMITS,
  });
  queries = new LibraryQueries(new SqliteLibraryCatalogue(database.kysely), clock, USUAL_FLAW_LIMITS);
  await unitOfWork.run(async ({ assets }) => {
    for (const number of [1, 2, 3]) await assets.add(sampleAsset(number));
  });
});
afterEach(() => database.remove());

function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}
const read = async (id: string) => granted(await queries.getAsset(id));
const found = async (search: string) =>
  granted(await queries.listAssets({ search, kind: null, limit: 100, cursor: null })).items.map(({ id }) => id);

describe('EditAssets', () => {
  it('changes what is named, and what was changed is found by', async () => {
    const rightsUntil = '2026-03-04T00:00:00.000Z';
    const answer = await edits.change(
      'asset-1',
      { title: 'Harbour', series: 'Ports', season: 2, tags: ['sea'], people: ['Ada'], rightsUntil },
      1,
    );
    expect(granted(answer)).toMatchObject({ title: 'Harbour', series: 'Ports', season: 2, tags: ['sea'], rightsUntil, revision: 2 });
    expect(await read('asset-1')).toEqual(granted(answer));
    for (const word of ['harb', 'port', 'sea', 'ada']) expect(await found(word)).toEqual(['asset-1']);
    expect(granted(answer).badges).toMatchObject([{ code: 'rights-expiring', level: 'warning' }]);
    expect(changes).toBe(1);
  });

  it('clears what is set to null', async () => {
    await edits.change('asset-1', { series: 'Ports', rightsUntil: '2026-03-04T00:00:00.000Z' }, null);
    expect(granted(await edits.change('asset-1', { series: null, rightsUntil: null }, null))).toMatchObject({
      series: null,
      rightsUntil: null,
    });
  });

  it('refuses an edit made on an older revision, names the field that is at fault, and knows what is not there', async () => {
    await edits.change('asset-1', { notes: 'one' }, 1);
    expect(await edits.change('asset-1', { notes: 'two' }, 1)).toMatchObject({ ok: false, code: 'STALE_REVISION' });
    expect(await edits.change('asset-1', { outFrame: 9999 as never }, 2)).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
      field: 'outFrame',
    });
    expect(await edits.change('none', {}, null)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await read('asset-1')).toMatchObject({ notes: 'one', revision: 2, outFrame: null });
  });

  it('sets breaks in place of those before, and names the one that can not be', async () => {
    // 10.01 seconds at 30000/1001: 300 frames.
    granted(await edits.setBreaks('asset-1', { breaks: [50], refused: [] }, null));
    expect(granted(await edits.setBreaks('asset-1', { breaks: [200, 100], refused: [] }, 2))).toMatchObject({
      breaks: [{ atFrame: 100 }, { atFrame: 200 }],
      revision: 3,
    });
    expect(await edits.setBreaks('asset-1', { breaks: [10, 300], refused: [] }, null)).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
      field: 'breaks.1.atFrame',
    });
    expect((await read('asset-1')).breaks).toEqual([{ atFrame: 100 }, { atFrame: 200 }]);
  });

  it('never offers a suggestion again that was refused, and keeps the others, the chapters and what people set', async () => {
    const suggested = { type: 'break', origin: 'black-and-silence', quiet: null, label: null } as const;
    const chapter = { type: 'chapter', origin: 'chapters', quiet: null, label: 'Two', atFrame: frames(60) } as const;
    const found = [{ ...suggested, atFrame: frames(30) }, { ...suggested, atFrame: frames(60) }, chapter];
    await unitOfWork.run(({ assets }) => assets.replaceMarkers(assetId('asset-1'), ['chapters', 'black-and-silence'], found));
    granted(await edits.setBreaks('asset-1', { breaks: [100], refused: [60] }, null));
    expect(await read('asset-1')).toMatchObject({
      breaks: [{ atFrame: 100 }],
      suggestedBreaks: [{ atFrame: 30 }],
      chapters: [{ atFrame: 60, title: 'Two' }],
    });
  });

  it('moves to the bin and back: out of lists and off the air, but never gone', async () => {
    expect(granted(await edits.bin('asset-2'))).toMatchObject({ binnedAt: '2026-03-01T00:00:00.000Z' });
    expect(await found('title')).toEqual(['asset-1', 'asset-3']);
    expect((await unitOfWork.run(({ assets }) => assets.listAirableOfKind('programme', 9))).map(({ id }) => id)).toEqual([
      'asset-1',
      'asset-3',
    ]);
    expect((await read('asset-2')).badges).toMatchObject([{ code: 'in-bin' }]);
    expect(granted(await edits.restore('asset-2'))).toMatchObject({ binnedAt: null, revision: 3 });
    expect(await found('title')).toEqual(['asset-1', 'asset-2', 'asset-3']);
  });

  it('edits many at once, or none of them', async () => {
    const ids = ['asset-1', 'asset-2', 'asset-3'];
    expect(granted(await edits.bulk({ op: 'change', ids, changes: { tags: ['old'], category: 'Cars' } }))).toEqual({ changed: 3 });
    expect(granted(await edits.bulk({ op: 'tag', ids, add: ['new'], remove: ['OLD'] }))).toEqual({ changed: 3 });
    expect(await found('new')).toEqual(ids);
    expect(await found('old')).toEqual([]);
    expect(await edits.bulk({ op: 'bin', ids: ['asset-1', 'none'] })).toMatchObject({ ok: false, field: 'ids' });
    expect(await found('cars')).toEqual(ids);
    await edits.bulk({ op: 'change', ids: ['asset-1'], changes: { outFrame: 10 as never } });
    const answer = await edits.bulk({ op: 'change', ids: ['asset-2', 'asset-1'], changes: { inFrame: 20 as never } });
    expect(answer).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'changes.inFrame' });
    expect(await read('asset-2')).toMatchObject({ inFrame: null });
  });

  it('lets everything else in the process have its turn while it edits a thousand', async () => {
    await unitOfWork.run(async ({ assets }) => {
      for (let number = 10; number < 510; number++) await assets.add(sampleAsset(number));
    });
    let turns = 0;
    const count = () => {
      turns++;
      if (turns < 10_000) timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await edits.bulk({ op: 'tag', ids: Array.from({ length: 500 }, (_, index) => `asset-${index + 10}`), add: ['many'], remove: [] });
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('holds back what would air black, and makes many ready at once when they are said to be meant so', async () => {
    const flaws = [{ type: 'black', from: milliseconds(0), until: milliseconds(10_000) }] as const;
    await unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2]) await assets.update(sampleAsset(number, { flaws }));
    });
    const review = () =>
      reviewReadiness({
        unitOfWork,
        limits: USUAL_FLAW_LIMITS,
        events: { libraryChanged: () => void changes++, importProgress: () => undefined },
      });
    await review();
    expect(await read('asset-1')).toMatchObject({ lifecycle: 'enriching', revision: 2, badges: [{ code: 'long-black', level: 'fault' }] });
    expect(await found('is:held')).toEqual(['asset-1', 'asset-2']);
    expect((await unitOfWork.run(({ assets }) => assets.listAirableOfKind('programme', 10))).map(({ id }) => id)).toEqual(['asset-3']);
    granted(await edits.bulk({ op: 'change', ids: ['asset-1', 'asset-2'], changes: { intendedFlaws: ['black'] } }));
    expect(await read('asset-2')).toMatchObject({ lifecycle: 'ready', revision: 3, badges: [] });
    const told = changes;
    await review();
    expect([await found('is:held'), changes]).toEqual([[], told]);
  });
});
