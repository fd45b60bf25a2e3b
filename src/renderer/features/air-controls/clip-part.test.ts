import { describe, expect, it } from 'vitest';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { airedPart, firstPart } from './clip-part.ts';

const clip = (change: Partial<MarkedAsset>, frameRate: string | null = '25/1') =>
  ({ inFrame: null, outFrame: null, durationFrames: frames(5000), media: { frameRate }, ...change }) as MarkedAsset;

describe('the part of a clip that is previewed', () => {
  it('begins where the clip begins on air, and is ten seconds of it', () => {
    expect(firstPart(clip({}))).toEqual({ fromFrame: 0, frames: 250 });
    expect(firstPart(clip({ inFrame: frames(100) }, '50/1'))).toEqual({ fromFrame: 100, frames: 500 });
  });

  it('ends where the clip ends on air', () => {
    expect(firstPart(clip({ inFrame: frames(100), outFrame: frames(130) }))).toEqual({ fromFrame: 100, frames: 30 });
    expect(airedPart(clip({ inFrame: frames(100), outFrame: frames(130) }))).toEqual({ from: 100, length: 30 });
    expect(airedPart(clip({})).length).toBe(5000);
  });

  it('is never more than the station gives at once', () => {
    expect(firstPart(clip({}, '120/1')).frames).toBe(600);
  });
});
