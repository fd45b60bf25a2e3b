import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, parseFrameRate } from '../../../shared/time/index.ts';
import type { FrameClock, Ticked } from './frame-clock.ts';
import { FreeRunningClock } from './free-running-clock.ts';
import { RealClock } from './real-clock.ts';

const RATE = parseFrameRate('60/1');

/** Runs a clock for some frames and gives their numbers. */
function run(clock: FrameClock, count: number, during: Partial<Ticked> = {}): Promise<readonly number[]> {
  const made: number[] = [];
  return new Promise((resolve) => {
    clock.start(clock.firstFrame(), {
      notReady: during.notReady ?? (() => null),
      tick: (frame, lateMs) => {
        made.push(frame);
        during.tick?.(frame, lateMs);
        if (made.length < count) return;
        clock.stop();
        resolve(made);
      },
    });
  });
}

function numbered(made: readonly number[]): readonly number[] {
  return made.map((_, index) => (made[0] ?? 0) + index);
}

describe('RealClock', () => {
  it('asks for every frame once, in order and never early, also after a stall', async () => {
    const clock = new RealClock(RATE);
    let isStalled = false;
    const early: number[] = [];
    const made = await run(clock, 40, {
      tick: (frame, lateMs) => {
        if (lateMs < 0 || clock.now() < frameDueAt(frame, RATE)) early.push(frame);
        if (isStalled) return;
        isStalled = true;
        const until = performance.now() + 250;
        while (performance.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      },
    });
    expect(made).toEqual(numbered(made));
    expect(early).toEqual([]);
  });
});

describe('FreeRunningClock', () => {
  it('waits for what is not ready, and tells the time of its frames', async () => {
    const clock = new FreeRunningClock(RATE, frames(500));
    let refusals = 3;
    const made = await run(clock, 10, {
      notReady: () => (refusals-- > 0 ? Promise.resolve() : null),
      tick: (frame) => expect(clock.now()).toBe(frameDueAt(frame, RATE)),
    });
    expect(made).toEqual(numbered(made));
    expect(made[0]).toBe(500);
    expect(refusals).toBeLessThan(0);
  });
});
