import { describe, expect, it } from 'vitest';
import { rundownItem } from '../src/main/domain/playout/rundown.arbitrary.ts';
import { frameDueAt, frames, parseFrameRate } from '../src/shared/time/index.ts';
import { judgeShown } from './judge-shown.ts';
import type { ShownReading } from './receivers/index.ts';

const RATE = parseFrameRate('25/1');
const CLIP = { clipId: 7, path: '/media/a.mp4', rate: RATE, hasSound: true, isVariable: false };
const ITEM = rundownItem('a', 100, 50);
const PLAN = [{ item: ITEM, clip: CLIP, mediaFault: null }];
const AIRING = {
  item: ITEM,
  from: frames(100),
  to: frames(150),
  outcome: 'aired',
  reason: 'as-planned',
  heldFrames: 0,
  slatedFrames: 0,
} as const;
const STORY = { airings: [AIRING], losses: [], engineStarts: 1, dangling: 0 };

/** What a player shows at `place` of its timeline, counted in frames: it began 90 frames after the channel and its dates are 80 ms late. */
function shown(place: number, frameNumber: number, continuity = 0): ShownReading {
  const reading = { kind: 'coded', clipId: 7, frameNumber, isFlash: false } as const;
  return { reading, mediaMs: place * 40, shownAtMs: 5000 + place * 40, continuity, dateMs: frameDueAt(frames(90 + place), RATE) + 80 };
}
const judge = (pictures: readonly ShownReading[]) => judgeShown(pictures, STORY, PLAN, RATE);
const run = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => shown(from + index, from + index - 10));

describe('judgeShown', () => {
  it('finds no fault in pictures that a player left out, and tells how far its dates are off', () => {
    const found = judge([...run(10, 20), ...run(25, 40)]);
    expect(found).toMatchObject({ shownFrames: 25, wrongFrames: 0, stepsBack: 0, undatedFrames: 0, discontinuities: 0 });
    expect(found?.dateOffsetMs).toEqual({ min: 80, max: 80 });
  });

  it('finds a stretch of the programme that is missing from the timeline', () => {
    const late = Array.from({ length: 10 }, (_, index) => shown(30 + index, 25 + index));
    expect(judge([...run(10, 30), ...late])).toMatchObject({ wrongFrames: 10 });
  });

  it('finds a stretch that is shown again', () => {
    const again = Array.from({ length: 5 }, (_, index) => shown(30 + index, 15 + index));
    expect(judge([...run(10, 30), ...again])).toMatchObject({ wrongFrames: 5 });
  });

  it('finds a step back', () => expect(judge([...run(10, 30), ...run(28, 35)])).toMatchObject({ stepsBack: 1 }));

  it('lays each stretch between two discontinuities by itself', () => {
    const after = Array.from({ length: 8 }, (_, index) => ({ ...shown(32 + index, 20 + index, 1), mediaMs: (35 + index) * 40 }));
    expect(judge([...run(10, 30), ...after])).toMatchObject({ wrongFrames: 0, discontinuities: 1 });
  });

  it('tells how long the player stood still, whatever it skipped', () => {
    const later = run(30, 40).map((picture) => ({ ...picture, shownAtMs: picture.shownAtMs + 3000 }));
    expect(judge([...run(10, 30), ...later])).toMatchObject({ longestStandstillMs: 3040, wrongFrames: 0 });
  });

  it('tells how much of the programme came after the last picture', () => {
    expect(judge(run(10, 60))?.missedAtEndMs).toBe(0);
    expect(judge(run(10, 30))?.missedAtEndMs).toBe(30 * 40);
  });

  it('has nothing to say of a receiver that shows nothing', () => expect(judge([])).toBeNull());
});
