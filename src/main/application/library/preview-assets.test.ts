import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import type { Asset } from '../../domain/library/index.ts';
import type { PreviewOrder } from '../ports/media-previews.ts';
import { PreviewAssets } from './preview-assets.ts';

const never = new AbortController().signal;
const rate = { num: 25, den: 1 };

/** A film of 100 frames, and a maker that makes until it is told that it is done. */
function setUp() {
  const media = { path: '/m/a.mp4', duration: 4000, picture: { nominalRate: rate, averageRate: rate, isInterlaced: false }, sound: null };
  const asset = { id: 'a', missingSince: null, media } as unknown as Asset;
  const orders: PreviewOrder[] = [];
  const finish: (() => void)[] = [];
  const previews = new PreviewAssets({
    catalogue: { findAsset: async (id: string) => (id === 'a' ? { asset, usage: null } : null) as never },
    previews: {
      make: (_path, order, signal) => {
        orders.push(order);
        return new Promise((resolve, reject) => {
          finish.push(() => resolve(new Uint8Array([orders.length])));
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    },
  });
  const part = (from: number, signal = never) => previews.part('a', frames(from), frames(30), signal);
  return { previews, part, orders, finish };
}

/** Lets everything go on that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('PreviewAssets', () => {
  it('makes no more than the asset has', async () => {
    const { part, orders, finish } = setUp();
    const made = part(90);
    await settled();
    finish[0]?.();
    expect(await made).toMatchObject({ ok: true });
    expect(orders).toMatchObject([{ from: 90, count: 10, rate: { num: 25, den: 1 }, hasSound: false }]);
    expect(await part(100)).toMatchObject({ ok: false, field: 'fromFrame' });
  });

  it('makes two at once; who waits comes next, and who hung up is passed over', async () => {
    const { part, orders, finish } = setUp();
    const hangUp = new AbortController();
    const first = part(0);
    const second = part(1);
    const third = part(2, hangUp.signal);
    const fourth = part(3);
    await settled();
    expect(orders.map(({ from }) => from)).toEqual([0, 1]);
    hangUp.abort(new Error('gone'));
    await expect(third).rejects.toThrow('gone');
    finish[0]?.();
    await first;
    await settled();
    expect(orders.map(({ from }) => from)).toEqual([0, 1, 3]);
    for (const done of finish) done();
    await Promise.all([second, fourth]);
  });

  it('gives its place to the next when whoever watched hung up', async () => {
    const { part, orders, finish } = setUp();
    const hangUp = new AbortController();
    const gone = [part(0, hangUp.signal), part(1, hangUp.signal)];
    const next = part(2);
    await settled();
    hangUp.abort(new Error('gone'));
    expect((await Promise.allSettled(gone)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await settled();
    expect(orders.map(({ from }) => from)).toEqual([0, 1, 2]);
    finish[2]?.();
    await next;
  });

  it('sends away whoever comes when many wait, and lets everybody go when it stops', async () => {
    const { part, previews } = setUp();
    const crowd = Array.from({ length: 18 }, (_, index) => part(index));
    const outcome = Promise.allSettled(crowd);
    await settled();
    expect(await part(50)).toMatchObject({ ok: false, code: 'TOO_MANY_TRIES' });
    await previews.stop();
    expect((await outcome).every(({ status }) => status === 'rejected')).toBe(true);
  });
});
