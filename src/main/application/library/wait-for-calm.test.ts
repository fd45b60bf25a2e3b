import { describe, expect, it } from 'vitest';
import { waitForCalm } from './wait-for-calm.ts';

/** Timers that run out at once, one turn later. */
const timers = {
  after: (_: number, job: () => void) => {
    const handle = setImmediate(job);
    return () => clearImmediate(handle);
  },
};

/** Air that is strained for so many looks. */
function airStrainedFor(looks: number) {
  let looked = 0;
  return { isStrained: () => looked++ < looks, looked: () => looked };
}

describe('waitForCalm', () => {
  it('goes on when the air keeps up again', async () => {
    const air = airStrainedFor(3);
    await waitForCalm({ air, timers }, new AbortController().signal);
    expect(air.looked()).toBe(4);
  });

  it('goes on in the end even if the air never does', async () => {
    const air = airStrainedFor(Number.POSITIVE_INFINITY);
    await waitForCalm({ air, timers }, new AbortController().signal);
    expect(air.looked()).toBe(61);
  });

  it('stops waiting when it is stopped', async () => {
    const stop = new AbortController();
    const waiting = waitForCalm({ air: { isStrained: () => true }, timers: { after: () => () => undefined } }, stop.signal);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
