import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { emptyWindow, expiredSegments, forgetRetired, type HlsWindow, listSegment, nameSegment } from './hls-window.ts';

const WINDOW_SEGMENTS = 3;

function fill(count: number, isDiscontinuous: (index: number) => boolean): HlsWindow {
  let window = emptyWindow(10);
  for (let index = 0; index < count; index += 1) {
    const segment = { startFrame: frames(index * 50), durationFrames: frames(50), byteLength: 1, isDiscontinuous: isDiscontinuous(index) };
    const mapped = { ...segment, map: null };
    window = listSegment(window, nameSegment(window, mapped, 'ts'), WINDOW_SEGMENTS);
    const gone = new Set(expiredSegments(window, WINDOW_SEGMENTS).map(({ name }) => name));
    window = forgetRetired(window, gone);
  }
  return window;
}

describe('the HLS window', () => {
  it('keeps a segment for a window and one more after it left the playlist', () => {
    const window = fill(20, () => false);
    expect(window.listed.map(({ sequence }) => sequence)).toEqual([27, 28, 29]);
    expect(window.retired.map(({ sequence }) => sequence)).toEqual([23, 24, 25, 26]);
  });

  it('never loses count of segments or discontinuities, however many come', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (marks) => {
        const window = fill(marks.length, (index) => marks[index] ?? false);
        expect(window.nextSequence).toBe(10 + marks.length);
        const listedMarks = window.listed.filter((segment) => segment.isDiscontinuous).length;
        expect(window.discontinuitySequence + listedMarks).toBe(marks.filter(Boolean).length);
        expect(window.listed.length).toBe(Math.min(marks.length, WINDOW_SEGMENTS));
      }),
    );
  });
});
