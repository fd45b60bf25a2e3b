import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Frames, firstFrameFrom, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { RealClock } from '../clock/real-clock.ts';
import { StreamLine } from '../clock/stream-line.ts';
import { ClockFollower } from './clock-follower.ts';

const RATE = parseFrameRate('25/1');
const KEY_FRAME_DISTANCE = 50;
const FRAME_MS = 40;
const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A channel's clock with its follower on a computer whose two clocks go only when they are told to. */
function startClock() {
  const time = { monotonic: 1000, wall: Date.UTC(2026, 2, 1) };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => time.monotonic);
  vi.spyOn(Date, 'now').mockImplementation(() => time.wall);
  const clock = new RealClock(RATE);
  const line = new StreamLine();
  const follower = new ClockFollower({ clock, line, keyFrameDistance: KEY_FRAME_DISTANCE });
  const made: { readonly frame: Frames; readonly stream: Frames }[] = [];
  clock.start(clock.firstFrame(), {
    notReady: () => null,
    tick: (frame, lateMs) => {
      made.push({ frame, stream: line.streamOf(frame) });
      follower.joinAfter(frames(frame + 1), lateMs);
    },
  });
  const goOn = (ms: number) => {
    for (let gone = 0; gone < ms; gone += FRAME_MS) {
      time.monotonic += FRAME_MS;
      time.wall += FRAME_MS;
      vi.advanceTimersByTime(FRAME_MS);
    }
  };
  return { time, made, goOn, stop: () => clock.stop() };
}

describe('a channel on a computer that slept for an hour between two frames', () => {
  it.each([
    ['went on meanwhile', HOUR_MS, KEY_FRAME_DISTANCE],
    // Then only the wall clock tells of it, and is believed after five seconds.
    ['stood still meanwhile', 0, 5 * 25 + KEY_FRAME_DISTANCE],
  ])('joins the frame that is due when its monotonic clock %s, and makes no hour of frames', (_, monotonicMs, mostBefore) => {
    const { time, made, goOn, stop } = startClock();
    goOn(4000);
    const beforeSleep = made.length;
    time.monotonic += monotonicMs;
    time.wall += HOUR_MS;
    goOn(10_000);
    stop();
    const jumps = made.flatMap(({ frame }, index) => (index > 0 && frame !== (made[index - 1]?.frame ?? 0) + 1 ? [index] : []));
    expect(jumps).toHaveLength(1);
    const [joinedAt = 0] = jumps;
    expect(joinedAt).toBeGreaterThanOrEqual(beforeSleep);
    expect(joinedAt - beforeSleep).toBeLessThanOrEqual(mostBefore);
    expect(made.at(-1)?.frame).toBe(firstFrameFrom(milliseconds(time.wall), RATE));
    expect(made.map(({ stream }) => stream)).toEqual(made.map((_, index) => (made[0]?.stream ?? 0) + index));
  });
});
