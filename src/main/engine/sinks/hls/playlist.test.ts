import { describe, expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { emptyWindow, type HlsWindow, listSegment, nameSegment } from './hls-window.ts';
import { writePlaylist } from './playlist.ts';

const rate25 = { num: 25, den: 1 };
const rate2997 = { num: 30_000, den: 1001 };

function list(
  window: HlsWindow,
  startFrame: number,
  durationFrames: number,
  isDiscontinuous = false,
  map: string | null = null,
): HlsWindow {
  const segment = { startFrame: frames(startFrame), durationFrames: frames(durationFrames), byteLength: 188, isDiscontinuous, map };
  return listSegment(window, nameSegment(window, segment, map === null ? 'ts' : 'm4s'), 3);
}

describe('writePlaylist', () => {
  it('dates each segment from the grid and marks where another engine went on', () => {
    let window = list(emptyWindow(7), 0, 50);
    window = list(window, 50, 30);
    window = list(window, 1000, 50, true);
    expect(writePlaylist(window, rate25, 2)).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:6',
        '#EXT-X-TARGETDURATION:2',
        '#EXT-X-MEDIA-SEQUENCE:7',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00.000Z',
        '#EXTINF:2.000000,',
        'segment-7-0.ts',
        '#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:02.000Z',
        '#EXTINF:1.200000,',
        'segment-8-50.ts',
        '#EXT-X-DISCONTINUITY',
        '#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:40.000Z',
        '#EXTINF:2.000000,',
        'segment-9-1000.ts',
        '',
      ].join('\n'),
    );
  });

  it('says what fragmented MP4 begins with, where the list begins and wherever it changes', () => {
    let window = list(emptyWindow(0), 0, 50, false, 'init-aa.mp4');
    window = list(window, 50, 50, false, 'init-aa.mp4');
    window = list(window, 100, 50, false, 'init-bb.mp4');
    const text = writePlaylist(window, rate25, 2);
    expect(text).toContain('#EXT-X-VERSION:7\n');
    expect(text.match(/#EXT-X-MAP.*|segment-.*/g)).toEqual([
      '#EXT-X-MAP:URI="init-aa.mp4"',
      'segment-0-0.m4s',
      'segment-1-50.m4s',
      '#EXT-X-MAP:URI="init-bb.mp4"',
      'segment-2-100.m4s',
    ]);
  });

  it('counts a discontinuity only once its segment is gone', () => {
    let window = list(emptyWindow(0), 0, 50, true);
    for (const start of [50, 100]) window = list(window, start, 50);
    expect(writePlaylist(window, rate25, 2)).toContain('#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-DISCONTINUITY\n');
    window = list(window, 150, 50);
    expect(writePlaylist(window, rate25, 2)).toContain('#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n');
    expect(writePlaylist(window, rate25, 2)).not.toContain('#EXT-X-DISCONTINUITY\n');
  });

  it('writes the lengths of 29.97 frames a second to the microsecond', () => {
    const window = list(emptyWindow(0), 60, 60);
    expect(writePlaylist(window, rate2997, 2)).toContain('#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:02.002Z\n#EXTINF:2.002000,\n');
  });
});
