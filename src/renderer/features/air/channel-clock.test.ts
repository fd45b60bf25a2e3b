import { describe, expect, it } from 'vitest';
import { frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { followEngine, frameAt } from './channel-clock.ts';

const rate = parseFrameRate('25');
const anchor = { frame: frames(1000), at: milliseconds(5000), rate };

describe('the channel clock between two words of the engine', () => {
  it('counts on at the rate of the channel', () => {
    expect(frameAt(anchor, milliseconds(5000))).toBe(1000);
    expect(frameAt(anchor, milliseconds(5039))).toBe(1000);
    expect(frameAt(anchor, milliseconds(5040))).toBe(1001);
  });

  it('stands still after a second without a word', () => {
    expect(frameAt(anchor, milliseconds(60_000))).toBe(1025);
  });

  it('runs evenly when a word comes a little late', () => {
    const next = followEngine(anchor, { frame: frames(1003), at: milliseconds(5140), rate });
    expect(next).toEqual({ frame: 1003, at: 5120, rate });
  });

  it('follows the engine when it is further off than the way explains', () => {
    const jump = { frame: frames(1500), at: milliseconds(5100), rate };
    expect(followEngine(anchor, jump)).toBe(jump);
  });

  it('starts over when the rate of the channel changes', () => {
    const ntsc = { frame: frames(1003), at: milliseconds(5120), rate: parseFrameRate('30000/1001') };
    expect(followEngine(anchor, ntsc)).toBe(ntsc);
  });
});
