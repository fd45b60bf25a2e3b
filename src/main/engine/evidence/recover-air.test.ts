import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { recoverAir } from './recover-air.ts';

function records(...bodies: readonly EvidenceBody[]): readonly Evidence[] {
  return bodies.map((body, index) => ({ seq: index + 1, at: '2026-03-01T12:00:00.000Z', body, prevHash: '', hash: '' }));
}

const onAir: EvidenceBody = { type: 'on-air', frame: frames(100), lostFrom: null, rate: '25/1' };
const started: EvidenceBody = {
  type: 'item-started',
  airingId: 'a@100',
  frame: frames(100),
  item: null,
  reason: 'as-planned',
  cause: 'schedule',
};
const ended: EvidenceBody = {
  ...{ type: 'item-ended', airingId: 'a@100', frame: frames(200), heldFrames: frames(0), slatedFrames: frames(0) },
  ...{ outcome: 'aired', reason: 'as-planned', cause: 'schedule' },
};
const offAir: EvidenceBody = { type: 'off-air', frame: frames(210), cause: 'anna' };

describe('recoverAir', () => {
  it('finds nothing to recover for the first engine of a channel', () => {
    expect(recoverAir([], null)).toEqual({ missing: [], lostFrom: null });
  });

  it('ends what was on air at the last frame that is known', () => {
    const position = { frame: frames(149), airingId: 'a@100', heldFrames: frames(2), slatedFrames: frames(1) };
    const { missing, lostFrom } = recoverAir(records(onAir, started, { type: 'panic', frame: frames(120), cause: 'x' }), position);
    expect(lostFrom).toBe(150);
    expect(missing).toMatchObject([
      { type: 'item-ended', airingId: 'a@100', frame: 150, heldFrames: 2, slatedFrames: 1, reason: 'engine-lost' },
    ]);
  });

  it('does not believe a position from before what was on air', () => {
    const position = { frame: frames(60), airingId: 'z@10', heldFrames: frames(2), slatedFrames: frames(1) };
    expect(recoverAir(records(onAir, started), position)).toMatchObject({ lostFrom: 100, missing: [{ frame: 100, heldFrames: 0 }] });
  });

  it('has no end to add where one was written', () => {
    expect(recoverAir(records(onAir, started, ended), null)).toEqual({ missing: [], lostFrom: 200 });
    expect(recoverAir(records(onAir, started, ended, offAir), null)).toEqual({ missing: [], lostFrom: 210 });
  });
});
