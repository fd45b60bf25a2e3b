import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { HangWatch } from './hang-watch.ts';

const at = (ms: number) => milliseconds(ms);
/** Frames given every 40 ms up to a time; when the watch first says that the encoder hangs. */
function feed(watch: HangWatch, from: number, to: number): number | null {
  for (let now = from; now <= to; now += 40) if (watch.isHungAt(at(now), false)) return now;
  return null;
}

it('gives up an encoder that neither takes nor gives for a second', () => {
  const watch = new HangWatch(at(0));
  watch.gave(at(100));
  expect(feed(watch, 120, 1099)).toBeNull();
  expect(feed(watch, 1120, 3000)).toBe(1120);
});

it('gives a slow one time as long as it takes or gives anything', () => {
  const watch = new HangWatch(at(0));
  watch.gave(at(0));
  feed(watch, 40, 900);
  watch.took(at(900));
  expect(feed(watch, 920, 1899)).toBeNull();
});

it('has more patience with one that has given nothing yet', () => {
  const watch = new HangWatch(at(0));
  expect(feed(watch, 0, 4999)).toBeNull();
  expect(feed(watch, 5000, 6000)).toBe(5000);
});

it('does not blame an encoder for time in which the channel stood still, or in which it had nothing to do', () => {
  const watch = new HangWatch(at(0));
  watch.gave(at(0));
  expect(watch.isHungAt(at(40), false)).toBe(false);
  expect(watch.isHungAt(at(5000), false)).toBe(false);
  expect(feed(watch, 5040, 5900)).toBeNull();
  expect(watch.isHungAt(at(5950), true)).toBe(false);
  expect(feed(watch, 5990, 6900)).toBeNull();
});
