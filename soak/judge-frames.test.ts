import { describe, expect, it } from 'vitest';
import { rundownItem } from '../src/main/domain/playout/rundown.arbitrary.ts';
import { type Frames, frames, parseFrameRate } from '../src/shared/time/index.ts';
import type { AirStory } from './air-story.ts';
import { judgeFrames } from './judge-frames.ts';
import type { Watched } from './read-tapes.ts';

const RATE = parseFrameRate('25/1');
const CLIP = { clipId: 7, path: '/media/a.mp4', rate: RATE, hasSound: true, isVariable: false };
const PLAN = [{ item: rundownItem('a', 100, 5), clip: CLIP, mediaFault: null }];

type Picture = NonNullable<ReturnType<Watched['pictures']['get']>>;

/** What a viewer saw from frame 100 on: numbers of the clip's frames, or pictures of other kinds. */
function judge(seen: readonly (Picture | number | null)[], counted: { held?: number; slated?: number } = {}) {
  const pictures = new Map<Frames, Picture>();
  for (const [index, what] of seen.entries()) {
    const ptsMs = index * 40;
    const picture = typeof what === 'number' ? ({ kind: 'coded', clipId: 7, frameNumber: what, ptsMs } as unknown as Picture) : what;
    if (picture !== null) pictures.set(frames(100 + index), picture);
  }
  const airing = { item: PLAN[0]?.item ?? null, from: frames(100), to: frames(105), outcome: 'aired', reason: 'as-planned' } as const;
  const airings = [{ ...airing, heldFrames: counted.held ?? 0, slatedFrames: counted.slated ?? 0 }];
  const story: AirStory = { airings, losses: [], engineStarts: 1, dangling: 0 };
  return judgeFrames(story, PLAN, { pictures, misplaced: 0, avOffsets: [], soundHoles: 0, sharpestBend: 0 }, RATE);
}

const SLATE = { kind: 'other', ptsMs: 0 } as Picture;
const OTHER_CLIP = { kind: 'coded', clipId: 9, frameNumber: 2, ptsMs: 0 } as Picture;

describe('judgeFrames', () => {
  it('finds no fault in what was due', () =>
    expect(judge([0, 1, 2, 3, 4])).toMatchObject({
      framesChecked: 5,
      repeatedFrames: 0,
      droppedFrames: 0,
      foreignFrames: 0,
      lostFrames: {},
    }));
  it('finds a picture that was shown twice', () => expect(judge([0, 1, 1, 3, 4])).toMatchObject({ repeatedFrames: 1, droppedFrames: 0 }));
  it('finds a picture that was left out', () => expect(judge([0, 1, 3, 4, 5])).toMatchObject({ droppedFrames: 3 }));
  it('finds another clip, and a slate that nothing accounts for', () =>
    expect(judge([0, 1, OTHER_CLIP, SLATE, 4])).toMatchObject({ foreignFrames: 2 }));
  it('finds a hole that nothing explains', () => expect(judge([0, 1, null, 3, 4])).toMatchObject({ lostFrames: { unexplained: 1 } }));
  it('counts as lost what the evidence says was held and stood in for', () =>
    expect(judge([0, 1, 1, SLATE, SLATE], { held: 1, slated: 2 })).toMatchObject({
      ...{ repeatedFrames: 0, foreignFrames: 0, lostFrames: { 'as-planned': 3 } },
    }));
  it('takes a picture for one that was held when the frame before it was not seen, as often as the evidence says', () => {
    expect(judge([0, 1, null, 1, 4], { held: 1 })).toMatchObject({ repeatedFrames: 0, droppedFrames: 0 });
    expect(judge([0, null, 1, 3, 4], { held: 1 })).toMatchObject({ repeatedFrames: 0, droppedFrames: 0 });
    expect(judge([0, null, 1, null, 3], { held: 1 })).toMatchObject({ droppedFrames: 1 });
    expect(judge([0, null, 1, 3, 4])).toMatchObject({ droppedFrames: 1 });
  });
  it('knows that an engine that has only just begun holds the slate, and that no other does', () => {
    expect(judge([SLATE, SLATE, SLATE, 3, 4], { held: 2, slated: 1 })).toMatchObject({ foreignFrames: 0, lostFrames: { 'as-planned': 3 } });
    expect(judge([0, SLATE, SLATE, SLATE, 4], { held: 2, slated: 1 })).toMatchObject({ foreignFrames: 2 });
  });
});
