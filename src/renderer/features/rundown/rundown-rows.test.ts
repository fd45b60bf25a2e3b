import { describe, expect, it } from 'vitest';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { statusWith } from '../../station-client/status-for-tests.ts';
import { rundownRows } from './rundown-rows.ts';

const item = (id: string, startFrame: number, status: PlaylogItem['status'] = 'planned'): PlaylogItem => ({
  id,
  startsAt: '2026-03-01T20:00:00.000Z',
  startFrame: frames(startFrame),
  durationFrames: frames(100),
  kind: 'programme',
  title: `Title ${id}`,
  houseId: `H-${id}`,
  assetId: `asset-${id}`,
  inFrame: frames(0),
  startMode: 'follow',
  status,
  explanation: { rule: 'least recent', seed: null, candidateCount: 3, refused: [], relaxed: null },
});
const engineItem = (id: string, startFrame: number) => ({ ...item(id, startFrame), source: { type: 'slate' as const } });
const onAir = (id: string, startFrame: number) => ({
  item: engineItem(id, startFrame),
  title: id,
  picture: 'item' as const,
  startFrame: frames(startFrame),
  endFrame: frames(startFrame + 100),
});

describe('rundownRows', () => {
  it("takes the item on air and the next one's cue from the engine, whatever the playlog says", () => {
    const status = statusWith({ frame: frames(150), onAir: onAir('b', 100), next: { item: engineItem('c', 200), cue: 'cued' } });
    const rows = rundownRows([item('a', 0, 'aired'), item('b', 100), item('c', 200), item('d', 300)], status);
    expect(rows.map((row) => [row.id, row.state])).toEqual([
      ['b', 'on-air'],
      ['c', 'next-cued'],
      ['d', 'planned'],
    ]);
  });

  it('still shows what is on air and what is next when there is no playlog to read', () => {
    const status = statusWith({ onAir: onAir('b', 100), next: { item: engineItem('c', 200), cue: 'opening' } });
    expect(rundownRows([], status).map((row) => row.state)).toEqual(['on-air', 'next-opening']);
  });

  it('leaves out what is over', () => {
    expect(rundownRows([item('a', 0), item('b', 100)], statusWith({ frame: frames(100) })).map((row) => row.id)).toEqual(['b']);
  });

  it('marks what is missing, failed, or can not be cued', () => {
    const status = statusWith({ next: { item: engineItem('a', 0), cue: 'failed' } });
    const rows = rundownRows([item('a', 0), item('b', 100, 'missed'), item('c', 200, 'failed')], status);
    expect(rows.map((row) => row.state)).toEqual(['cue-failed', 'missing', 'failed']);
  });
});
