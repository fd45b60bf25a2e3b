import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem } from '../../domain/playlog/index.ts';
import { SqlitePlaylogRepository } from './sqlite-playlog-repository.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

function item(id: string, startFrame: number, durationFrames: number, assetId: string | null = `asset-${id}`): PlaylogItem {
  return {
    id,
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    kind: 'programme',
    title: id,
    houseId: `H-${id}`,
    assetId,
    inputId: null,
    inFrame: frames(0),
    startMode: 'follow',
    status: 'planned',
    explanation: { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null },
    origin: NO_ORIGIN,
  };
}

const ids = (items: readonly PlaylogItem[]) => items.map((one) => one.id);

describe('SqlitePlaylogRepository', () => {
  let database: TemporaryDatabase;
  let playlog: SqlitePlaylogRepository;

  beforeEach(async () => {
    database = openTemporaryDatabase();
    playlog = new SqlitePlaylogRepository(database.kysely);
    await playlog.replaceFrom(frames(0), [item('a', 100, 50), item('b', 150, 50), item('c', 200, 50), item('d', 250, 50)]);
  });
  afterEach(() => database.remove());

  it('gives back an item as it was written', async () => {
    expect(await playlog.get('b')).toEqual(item('b', 150, 50));
  });

  it('finds the items that hold a frame of a range', async () => {
    expect(ids(await playlog.listBetween(frames(149), frames(200), 10))).toEqual(['a', 'b']);
    expect(ids(await playlog.listBetween(frames(150), frames(201), 10))).toEqual(['b', 'c']);
    expect(ids(await playlog.listFrom(frames(225)))).toEqual(['c', 'd']);
    expect(await playlog.listFrom(frames(300))).toEqual([]);
  });

  it('replaces what starts at a frame or later', async () => {
    await playlog.replaceFrom(frames(200), [item('x', 200, 500)]);
    expect(ids(await playlog.listFrom(frames(0)))).toEqual(['a', 'b', 'x']);
  });

  it('knows where the plan ends', async () => {
    expect(await playlog.end()).toBe(300);
    await playlog.replaceFrom(frames(0), []);
    expect(await playlog.end()).toBeNull();
  });

  it('slides items up', async () => {
    await playlog.slideUp(frames(200), frames(250), frames(20));
    expect((await playlog.listFrom(frames(0))).map((one) => one.startFrame)).toEqual([100, 150, 180, 250]);
  });

  it('counts its revisions', async () => {
    expect(await playlog.revision()).toBe(0);
    expect([await playlog.nextRevision(), await playlog.nextRevision()]).toEqual([1, 2]);
    expect(await playlog.revision()).toBe(2);
  });

  it('knows each asset its latest play, leaving out the missed ones', async () => {
    await playlog.replaceFrom(frames(300), [item('e', 300, 50, 'asset-a'), item('s', 350, 50, null)]);
    await playlog.setStatus('b', 'missed');
    expect(await playlog.latestPlays(frames(400))).toEqual(
      new Map([
        ['asset-a', 300],
        ['asset-c', 200],
        ['asset-d', 250],
      ]),
    );
    expect((await playlog.latestPlays(frames(300))).get('asset-a')).toBe(100);
  });

  it('marks as missed what ended without coming on air', async () => {
    await playlog.setStatus('a', 'aired');
    await playlog.markMissed(frames(249));
    expect((await playlog.listFrom(frames(0))).map((one) => one.status)).toEqual(['aired', 'missed', 'planned', 'planned']);
  });

  it('forgets what ended long ago', async () => {
    await playlog.prune(frames(210));
    expect(ids(await playlog.listFrom(frames(0)))).toEqual(['c', 'd']);
  });
});
