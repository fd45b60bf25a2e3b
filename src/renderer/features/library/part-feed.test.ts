import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { partLength, videoTime } from './part-feed.ts';

const film = { rate: parseFrameRate('30000/1001'), length: frames(500) };

describe('the parts of an asset', () => {
  it('begin short, so that the first picture comes soon, and grow', () => {
    expect([0, 1, 2, 9].map((part) => partLength(part, frames(0), film))).toEqual([30, 90, 240, 240]);
  });

  it('end with the asset', () => {
    expect(partLength(2, frames(490), film)).toBe(10);
    expect(partLength(2, frames(500), film)).toBe(0);
  });

  it('are never more than the station gives at once', () => {
    expect(partLength(2, frames(0), { rate: parseFrameRate('60'), length: frames(9000) })).toBeLessThanOrEqual(600);
  });

  it('lie at the exact time of their first frame, and its number is found again', () => {
    expect(videoTime(30_000, film.rate)).toBe(1001);
    for (const frame of [0, 1, 29, 30, 107_892]) expect(Math.round(videoTime(frame, film.rate) * (30_000 / 1001))).toBe(frame);
  });
});
