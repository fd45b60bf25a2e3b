import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameRate, parseFrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';
import { LivePosition } from './live-position.ts';
import { PictureTimes } from './picture-times.ts';

/** What an hour or so of a source looked like. */
interface Run {
  readonly heldSeconds: number[];
  readonly framesApart: number[];
  readonly speeds: number[];
  readonly starved: number;
}

/** A position at 25 frames a second, and what tells it of pictures that are due every `apart` samples. */
function positionAt(rate: FrameRate, apart = (SAMPLE_RATE * rate.den) / rate.num) {
  const times = new PictureTimes();
  const arrive = (pictures: number): number => {
    while (times.count < pictures) times.add(times.count * apart);
    return pictures;
  };
  return { position: new LivePosition(rate, times), arrive, times };
}

/** Airs a source whose clock runs at `speed` of the channel's and whose pictures come in bursts of `burst`, frame by frame. */
function air(speed: number, burst: number, frameCount: number, rate = parseFrameRate('25/1')): Run {
  const { position, arrive } = positionAt(rate);
  const perFrame = (SAMPLE_RATE * rate.den) / rate.num;
  const run = { heldSeconds: [] as number[], framesApart: [] as number[], speeds: [] as number[], starved: 0 };
  const begin = Math.round((2 * rate.num) / rate.den);
  for (let frame = 0; frame < frameCount; frame++) {
    const sent = arrive(Math.floor((frame * speed) / burst) * burst);
    const samples = Math.floor(sent * perFrame);
    position.follow(sent, samples);
    if (frame < begin) continue;
    const picture = position.choose(sent, samples);
    if (picture === null) {
      run.starved += 1;
      continue;
    }
    run.framesApart.push(position.sample / perFrame - picture);
    run.heldSeconds.push((samples - position.sample) / SAMPLE_RATE);
    run.speeds.push(position.advance(Math.round(perFrame)));
  }
  return run;
}

describe('the position in a live source', () => {
  it('keeps picture and sound in step, and the delay as it was, over an hour of a clock that runs fast or slow', () => {
    for (const speed of [1.001, 0.999, 1, 1.01, 0.99]) {
      const { heldSeconds, framesApart, speeds, starved } = air(speed, 1, 90_000);
      expect(starved).toBe(0);
      expect(Math.max(...framesApart.map(Math.abs))).toBeLessThanOrEqual(0.5);
      const settled = heldSeconds.slice(15_000);
      expect(Math.min(...settled)).toBeGreaterThan(0.2);
      expect(Math.max(...settled)).toBeLessThan(0.36);
      const late = speeds.slice(-40_000);
      expect(late.reduce((sum, each) => sum + each, 0) / late.length).toBeCloseTo(speed, 4);
    }
  });

  it('leaves out or repeats a single picture each time that the clocks are one apart, and never wavers', () => {
    const { position, arrive } = positionAt(parseFrameRate('25/1'));
    const chosen: number[] = [];
    for (let frame = 0; frame < 20_000; frame++) {
      const pictures = arrive(Math.floor(frame * 1.001));
      position.follow(pictures, null);
      if (frame < 50) continue;
      const picture = position.choose(pictures, null);
      if (picture !== null) chosen.push(picture);
      position.advance(1920);
    }
    const steps = chosen.slice(1).map((picture, index) => picture - (chosen[index] ?? 0));
    expect(steps.every((step) => step === 1 || step === 2)).toBe(true);
    const slips = steps.filter((step) => step === 2).length;
    expect(slips).toBeGreaterThan(15);
    expect(slips).toBeLessThan(25);
  });

  it('stays in step whatever the drift, the rate and the bursts, and never grows old', () => {
    const rates = fc.constantFrom('25/1', '30000/1001', '50/1', '60000/1001');
    const drifts = fc.double({ min: 0.99, max: 1.01, noNaN: true });
    fc.assert(
      fc.property(drifts, fc.integer({ min: 1, max: 5 }), rates, (speed, burst, text) => {
        const { heldSeconds, framesApart } = air(speed, burst, 6000, parseFrameRate(text));
        expect(Math.max(...framesApart.map(Math.abs))).toBeLessThanOrEqual(0.62);
        expect(Math.max(...heldSeconds)).toBeLessThan(1.05);
      }),
      { numRuns: 30 },
    );
  });

  it('joins a source anew that has got ahead, and waits for one that stays out', () => {
    const { position, arrive } = positionAt(parseFrameRate('25/1'));
    arrive(206);
    position.follow(20, 20 * 1920);
    expect(position.choose(20, 20 * 1920)).not.toBeNull();
    position.advance(1920);
    expect(position.choose(200, 200 * 1920)).toBeGreaterThan(185);
    for (let frame = 0; frame < 12; frame++) {
      if (position.choose(200, 200 * 1920) !== null) position.advance(1920);
    }
    const before = position.sample;
    expect(position.choose(200, 200 * 1920)).toBeNull();
    expect(position.choose(202, 202 * 1920)).toBeNull();
    expect(position.sample).toBe(before);
    expect(position.choose(206, 206 * 1920)).not.toBeNull();
  });

  it.each([
    ['30 at 25', '25/1', 1600],
    ['29.97 at 25', '25/1', 1601.6],
    ['50 at 25', '25/1', 960],
    ['12.5 at 25', '25/1', 3840],
    ['25 at 29.97', '30000/1001', 1920],
    ['25 at 50', '50/1', 1920],
  ])(
    'shows each picture within half a frame of its sound, and none again once another was shown, of %s pictures a second',
    (_, text, apart) => {
      const rate = parseFrameRate(text);
      const perFrame = (SAMPLE_RATE * rate.den) / rate.num;
      const { position, arrive, times } = positionAt(rate, apart);
      const onsets: number[] = [];
      let last = -1;
      for (let frame = 0; frame < 3000; frame++) {
        const samples = Math.floor(frame * perFrame * 1.002);
        const pictures = arrive(Math.floor(samples / apart));
        position.follow(pictures, samples);
        if (frame < 60) continue;
        const picture = position.choose(pictures, samples) ?? Number.NaN;
        expect(picture).toBeGreaterThanOrEqual(last);
        if (picture !== last) onsets.push(((times.at(picture) ?? 0) - position.sample) / perFrame);
        last = picture;
        position.advance(Math.round(perFrame));
      }
      // The one that was on when the source was joined had begun before.
      expect(Math.max(...onsets.slice(1).map(Math.abs))).toBeLessThanOrEqual(0.62);
    },
  );

  it('is not made to waver by times that are uneven, where a picture is left out now and then', () => {
    const { position, times } = positionAt(parseFrameRate('25/1'));
    const uneven = [0, 100, -80, 60, -120, 20];
    const steps: number[] = [];
    let last = -1;
    for (let frame = 0; frame < 20_000; frame++) {
      while (times.count < frame * 1.0005) times.add(times.count * 1920 + (uneven[times.count % 6] ?? 0));
      const samples = Math.floor(frame * 1.0005 * 1920);
      position.follow(times.count, samples);
      if (frame < 60) continue;
      const picture = position.choose(times.count, samples) ?? Number.NaN;
      if (last >= 0) steps.push(picture - last);
      last = picture;
      position.advance(1920);
    }
    expect(steps.filter((step) => step !== 1 && step !== 2)).toEqual([]);
    expect(steps.filter((step) => step === 2).length).toBeGreaterThan(6);
    expect(steps.filter((step) => step === 2).length).toBeLessThan(14);
  });

  it('goes on without the sound of a source whose sound stays out', () => {
    const { position, arrive } = positionAt(parseFrameRate('25/1'));
    arrive(100);
    position.follow(100, 10 * 1920);
    expect(position.choose(100, 10 * 1920)).toBeGreaterThan(85);
  });
});
