import { describe, expect, it } from 'vitest';
import { steerPlayback } from './steer-playback.ts';

describe('steerPlayback', () => {
  it('does nothing before something came', () => {
    expect(steerPlayback(0, [])).toEqual({ seekTo: null, playbackRate: 1 });
  });

  it('lets a picture that is near enough to the newest play on', () => {
    expect(steerPlayback(9.7, [{ start: 5, end: 10 }])).toEqual({ seekTo: null, playbackRate: 1 });
  });

  it('hurries a little when it is half a second behind', () => {
    expect(steerPlayback(9.5, [{ start: 5, end: 10 }])).toEqual({ seekTo: null, playbackRate: 1.05 });
  });

  it('jumps when it is far behind', () => {
    expect(steerPlayback(7, [{ start: 5, end: 10 }])).toEqual({ seekTo: 9.7, playbackRate: 1 });
  });

  it('jumps over the hole that falling behind left', () => {
    const buffered = [
      { start: 0, end: 3 },
      { start: 6, end: 6.1 },
    ];
    expect(steerPlayback(2.9, buffered)).toEqual({ seekTo: 6, playbackRate: 1 });
  });

  it('comes back when it stands beyond what came', () => {
    expect(steerPlayback(12, [{ start: 0, end: 10 }])).toEqual({ seekTo: 9.7, playbackRate: 1 });
  });
});
