import { describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { StepWatch } from './step-watch.ts';
import { StreamLine } from './stream-line.ts';

/** When, in seconds, a watch that looks every 100 ms first calls a clock stepped. */
function steppedAfter(stepMs: (second: number) => number, lateMs = 0): number | null {
  const watch = new StepWatch();
  for (let tenth = 0; tenth < 200; tenth++) {
    const second = tenth / 10;
    const now = milliseconds(second * 1000);
    if (watch.isSteppedAt(now, milliseconds(stepMs(second)), milliseconds(lateMs))) return second;
  }
  return null;
}

describe('StepWatch', () => {
  it('believes a step of more than 2 s, either way, once it has lasted for 5 s', () => {
    expect(steppedAfter((second) => (second < 3 ? 0 : 3_600_000))).toBe(8);
    expect(steppedAfter((second) => (second < 3 ? 0 : -2100))).toBe(8);
  });
  it('leaves small steps alone, and a clock that is set back at once', () => {
    expect(steppedAfter(() => 1900)).toBeNull();
    expect(steppedAfter((second) => (second > 3 && second < 7 ? 60_000 : 0))).toBeNull();
  });
  it('gives up on frames that are half a minute late', () => expect(steppedAfter(() => 0, 31_000)).toBe(0));
});

describe('StreamLine', () => {
  it('keeps the stream going on while the channel jumps forth and back', () => {
    const line = new StreamLine();
    expect(line.streamOf(frames(100))).toBe(100);
    line.goOn(frames(150), frames(1150));
    line.goOn(frames(200), frames(180));
    expect([149, 150, 199, 200, 250].map((stream) => line.channelOf(frames(stream)))).toEqual([149, 1150, 1199, 180, 230]);
    expect(line.streamOf(frames(180))).toBe(200);
  });
});
