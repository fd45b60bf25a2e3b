import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { flawsOf } from './flaws.ts';
import { setBreaks } from './markers.ts';
import type { MediaFile, UneventfulStretch } from './media-file.ts';
import { suggestMarkers } from './suggest-markers.ts';

// A thousand frames of 30000/1001.
const rate = { num: 30_000, den: 1001 };
const media = {
  duration: milliseconds((1000 * 1001) / 30),
  picture: { nominalRate: rate, averageRate: rate, isInterlaced: false },
  sound: { codec: 'aac', channels: 2, sampleRateHz: 48_000 },
} as MediaFile;

const frame = (number: number) => (number * 1001) / 30;
const stretch = (type: UneventfulStretch['type'], from: number, until: number) => ({
  type,
  from: milliseconds(from),
  until: milliseconds(until),
});

describe('setBreaks', () => {
  it('puts breaks in order', () => {
    const judged = setBreaks(media, [500, 20]);
    expect(judged.ok && judged.markers.map(({ atFrame }) => atFrame)).toEqual([20, 500]);
  });

  it.each([
    [[10, 0], 1],
    [[1000], 0],
    [[-5], 0],
    [[7, 8, 7], 2],
    [[1.5], 0],
  ])('refuses %j and names the place', (chosen, index) => {
    expect(setBreaks(media, chosen)).toMatchObject({ ok: false, index });
  });

  it('takes any set of different frames inside the asset', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 })), (chosen) => {
        expect(setBreaks(media, chosen)).toMatchObject({
          ok: true,
          markers: chosen.toSorted((a, b) => a - b).map((atFrame) => ({ atFrame })),
        });
      }),
    );
  });
});

describe('suggestMarkers', () => {
  const breaksOf = (stretches: readonly UneventfulStretch[], of = media) => suggestMarkers(of, [], stretches).map(({ atFrame }) => atFrame);

  it('finds the frame that was meant, though containers round to whole milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 989 }), (number) => {
        const [from, until] = [Math.round(frame(number)), Math.round(frame(number + 10))];
        expect(breaksOf([stretch('silence', from, until), stretch('black', from, until)])).toEqual([number]);
      }),
    );
  });

  it('wants black and silence together, and for long enough', () => {
    const black = stretch('black', frame(100), frame(110));
    expect(breaksOf([black])).toEqual([]);
    expect(breaksOf([black, stretch('silence', frame(300), frame(400))])).toEqual([]);
    expect(breaksOf([black, stretch('silence', frame(108), frame(400))])).toEqual([]);
    expect(breaksOf([black, stretch('silence', frame(102), frame(400))])).toEqual([100]);
    expect(breaksOf([black], { ...media, sound: null })).toEqual([100]);
  });

  it('leaves the black at the very start and end alone', () => {
    const edges = [stretch('silence', 0, frame(1000)), stretch('black', 0, frame(20)), stretch('black', frame(980), frame(1000))];
    expect(breaksOf(edges)).toEqual([]);
  });

  it('marks chapters, and suggests a break at each but the first', () => {
    const chapters = [
      { from: milliseconds(0), title: 'One' },
      { from: milliseconds(Math.round(frame(400))), title: null },
      { from: milliseconds(99_999_999), title: 'Lost' },
    ];
    expect(suggestMarkers(media, chapters, []).map(({ type, atFrame, label }) => [type, atFrame, label])).toEqual([
      ['chapter', 0, 'One'],
      ['chapter', 400, null],
      ['break', 400, null],
    ]);
  });
});

describe('flawsOf', () => {
  it('keeps the long stretches, and tells black once, not as a still as well', () => {
    const black = stretch('black', 1000, 9000);
    const short = stretch('silence', 0, 4000);
    const still = stretch('freeze', 20_000, 26_000);
    expect(flawsOf([short, still, black, stretch('freeze', 1100, 9200)])).toEqual([black, still]);
  });

  it('does not fill a list with every picture of a slide show, and keeps the longest of them', () => {
    const slides = Array.from({ length: 80 }, (_, index) => stretch('freeze', index * 10_000, index * 10_000 + 9000));
    const last = stretch('freeze', 800_000, 900_000);
    expect(flawsOf([...slides, last])).toHaveLength(50);
    expect(flawsOf([...slides, last]).at(-1)).toEqual(last);
  });
});
