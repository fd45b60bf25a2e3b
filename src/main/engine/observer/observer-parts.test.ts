import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { type FedSegment, Observation } from './observation.ts';
import { observerArguments } from './observer-arguments.ts';
import { OrderedRests } from './ordered-rests.ts';
import { parseSign } from './parse-signs.ts';
import { isQuiet } from './quiet-segment.ts';
import { readPlaylist } from './read-playlist.ts';

const RATE = parseFrameRate('25/1');

describe('the playlist as the observer reads it', () => {
  it('tells segments with number, length and date', () => {
    const text = [
      '#EXTM3U',
      '#EXT-X-VERSION:6',
      '#EXT-X-TARGETDURATION:2',
      '#EXT-X-MEDIA-SEQUENCE:41',
      '#EXT-X-PROGRAM-DATE-TIME:2026-03-01T20:00:00.000Z',
      '#EXTINF:2.000000,',
      'segment-41-1000.ts',
      '#EXT-X-MAP:URI="init-a.mp4"',
      '#EXT-X-DISCONTINUITY',
      '#EXTINF:1.500000,',
      'segment-42-1050.ts',
      '',
    ].join('\n');
    expect(readPlaylist(text)).toEqual({
      type: 'media',
      targetMs: 2000,
      segments: [
        {
          ...{
            sequence: 41,
            uri: 'segment-41-1000.ts',
            lengthMs: 2000,
            startsAt: Date.UTC(2026, 2, 1, 20),
            isDiscontinuous: false,
            map: null,
          },
        },
        { sequence: 42, uri: 'segment-42-1050.ts', lengthMs: 1500, startsAt: null, isDiscontinuous: true, map: 'init-a.mp4' },
      ],
    });
  });

  it('names the best of several renditions, and knows what is no playlist', () => {
    const master =
      '#EXTM3U\n#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=3000000\nhigh.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=800000\nlow.m3u8\n';
    expect(readPlaylist(master)).toEqual({ type: 'master', bestUri: 'high.m3u8' });
    expect(readPlaylist('<html>')).toBe(null);
  });
});

describe('a quiet segment', () => {
  it('is one whose pictures take little beside its key frame', () => {
    // What x264 made of 1280x720 at 3 Mbit/s: moving, and the same picture again and again with its refinements.
    const moving = [10_340, 20_492, 11_844, 9776, 20_492, 10_152, 84_224, 10_152, 11_376, 13_572];
    const still = [237_512, 188, 188, 188, 376, 188, 188, 188, 188, 188, 2256, 188, 188, 564, 188, 188, 15_980, 188, 188, 4700, 376];
    expect([moving, still].map(isQuiet)).toEqual([false, true]);
  });

  it('may be one of a speaker, a clock, or a still clip that was coded at a low bitrate, and is black', () => {
    // The key frame and the sum of the others, as x264 coded 320x180 at 800 kbit/s.
    const [freezing, still, speaker, clock] = [
      [14_865, 119_605],
      [12_944, 51_401],
      [3236, 12_318],
      [16_281, 8272],
    ] as const;
    expect([freezing, still, speaker, clock].map(isQuiet)).toEqual([false, true, true, true]);
    expect(isQuiet([600, ...Array.from({ length: 49 }, () => 96)])).toBe(true);
    expect(isQuiet([])).toBe(true);
  });
});

describe('what the child says', () => {
  it('is read from what FFmpeg printed', () => {
    const printed = [
      'frame:1    pts:181920  pts_time:2.02133',
      'lavfi.blackframe.pblack=98',
      'lavfi.freezedetect.freeze_start=0.0213333',
      'lavfi.freezedetect.freeze_duration=2',
      'lavfi.freezedetect.freeze_end=2.02133',
      'lavfi.silence_start=7.02369',
      'lavfi.silence_end=11.5',
    ];
    expect(printed.map(parseSign)).toEqual([
      { type: 'key-frame' },
      { type: 'black', percent: 98 },
      { type: 'freeze-started' },
      null,
      { type: 'freeze-ended' },
      { type: 'silence-started', seconds: 7.02369 },
      { type: 'silence-ended', seconds: 11.5 },
    ]);
  });

  it('is asked for in these words', () => {
    expect(observerArguments('mpegts').join(' ')).toBe(
      '-hide_banner -nostdin -v fatal -probesize 2000000 -analyzeduration 1000000 -threads 1 -skip_frame nokey -skip_loop_filter all -flags low_delay ' +
        '-f mpegts -i pipe:0 -map 0:v:0 -vf scale=160:90:flags=fast_bilinear,blackframe=amount=0:threshold=32,freezedetect=n=-50dB:d=0.5,' +
        'metadata=print:file=pipe\\\\:1:direct=1 -fps_mode passthrough -f null - ' +
        '-map 0:a:0 -af silencedetect=n=-60dB:d=1,ametadata=print:file=pipe\\\\:3:direct=1 -f null -',
    );
  });
});

/** Segments of two seconds from 0 on; `still`: since when each stood still at its end, where that was looked at. */
function observed(...segments: { readonly still?: number; readonly black?: boolean; readonly isEqual?: boolean }[]) {
  const observation = new Observation();
  const found = segments.map(({ still, black = false, isEqual = false }, index) => {
    const [startsAt, endsAt] = [milliseconds(index * 2000), milliseconds(index * 2000 + 2000)];
    const fed: FedSegment = { startsAt, endsAt, stillSince: still === undefined ? null : milliseconds(still) };
    observation.feed(fed);
    observation.hear({ type: 'key-frame' });
    observation.hear({ type: 'black', percent: black ? 100 : 12 });
    observation.hear({ type: isEqual ? 'freeze-started' : 'freeze-ended' });
    return observation.conclude();
  });
  return found.at(-1);
}

describe('an observation', () => {
  it('finds nothing where pictures move and sound is heard', () => {
    expect(observed({}, {})).toEqual({ black: null, frozen: null, silent: null });
    expect(new Observation().conclude()).toBe(null);
  });

  it('finds black from where the picture went still before its first black key frame', () => {
    expect(observed({ still: 1200 }, { still: 2000, black: true })?.black).toEqual({ since: 2000, until: 4000 });
    expect(observed({}, { black: true }, { black: true })).toMatchObject({ black: { since: 2000, until: 4000 }, frozen: null });
  });

  it('finds a freeze over any number of segments, and by equal key frames where nobody looked more closely', () => {
    expect(observed({ still: 1500 }, { still: 2000, isEqual: true }, { still: 4000, isEqual: true })?.frozen).toEqual({
      since: 1500,
      until: 6000,
    });
    expect(observed({}, { isEqual: true }, { isEqual: true })?.frozen).toEqual({ since: 0, until: 4000 });
  });

  it('finds none where something moves between key frames that are equal: a clock, a speaker', () => {
    const ticking = [1500, 3500, 5500].map((still) => ({ still, isEqual: true }));
    expect(observed(...ticking)?.frozen).toEqual({ since: 5500, until: 6000 });
  });

  it('takes back a freeze that the key frames belie', () => {
    expect(observed({ still: 0 }, { still: 2000 }, { still: 4000 })?.frozen).toEqual({ since: 4000, until: 6000 });
  });

  it('finds silence from its start to the end of what was seen', () => {
    const observation = new Observation();
    for (const start of [10_000, 12_000]) {
      observation.feed({ startsAt: milliseconds(start), endsAt: milliseconds(start + 2000), stillSince: null });
      observation.hear({ type: 'key-frame' });
    }
    observation.hear({ type: 'silence-started', seconds: 1.5 });
    expect(observation.conclude()?.silent).toEqual({ since: 11_500, until: 14_000 });
    observation.hear({ type: 'silence-ended', seconds: 3.9 });
    expect(observation.conclude()?.silent).toBe(null);
  });
});

describe('ordered rests', () => {
  const at = (frame: number): Milliseconds => frameDueAt(frames(frame), RATE);

  it('explain a still picture while they last, and not what goes on afterwards', () => {
    const rests = new OrderedRests(RATE);
    for (let frame = 0; frame < 300; frame++) rests.note(frames(frame), frame >= 100 && frame < 200);
    expect(rests.unexplainedMs(at(0), at(90))).toBe(3600);
    expect(rests.unexplainedMs(at(50), at(150))).toBe(0);
    expect(rests.unexplainedMs(at(150), at(250))).toBe(2000);
    expect(rests.unexplainedMs(at(240), at(290))).toBe(2000);
  });
});
