import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';
import { LivePosition } from './live-position.ts';

/** What an hour or so of a source looked like. */
interface Run {
  readonly heldSeconds: number[];
  readonly stepsApart: number[];
  readonly speeds: number[];
  readonly starved: number;
}

/** Airs a source whose clock runs at `speed` of the channel's and whose pictures come in bursts of `burst`, frame by frame. */
function air(speed: number, burst: number, frameCount: number, rate = parseFrameRate('25/1')): Run {
  const position = new LivePosition(rate);
  const perFrame = (SAMPLE_RATE * rate.den) / rate.num;
  const run = { heldSeconds: [] as number[], stepsApart: [] as number[], speeds: [] as number[], starved: 0 };
  const begin = 2 * rate.num;
  for (let frame = 0; frame < frameCount; frame++) {
    const sent = Math.floor((frame * speed) / burst) * burst;
    const samples = Math.floor(sent * perFrame);
    position.follow(sent, samples);
    if (frame < begin) continue;
    const picture = position.choose(sent, samples);
    if (picture === null) {
      run.starved += 1;
      continue;
    }
    run.stepsApart.push(position.sample / perFrame - picture);
    run.heldSeconds.push((samples - position.sample) / SAMPLE_RATE);
    run.speeds.push(position.advance(Math.round(perFrame)));
  }
  return run;
}

describe('the position in a live source', () => {
  it('keeps picture and sound in step, and the delay as it was, over an hour of a clock that runs fast or slow', () => {
    for (const speed of [1.001, 0.999, 1]) {
      const { heldSeconds, stepsApart, speeds, starved } = air(speed, 1, 90_000);
      expect(starved).toBe(0);
      expect(Math.max(...stepsApart.map(Math.abs))).toBeLessThanOrEqual(0.8);
      const settled = heldSeconds.slice(15_000);
      expect(Math.min(...settled)).toBeGreaterThan(0.15);
      expect(Math.max(...settled)).toBeLessThan(0.45);
      expect(speeds.at(-1)).toBeCloseTo(speed, 3);
    }
  });

  it('leaves out or repeats a single picture each time that the clocks are one apart, and never wavers', () => {
    const position = new LivePosition(parseFrameRate('25/1'));
    const chosen: number[] = [];
    for (let frame = 0; frame < 20_000; frame++) {
      const pictures = Math.floor(frame * 1.001);
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
    const drifts = fc.double({ min: 0.997, max: 1.003, noNaN: true });
    fc.assert(
      fc.property(drifts, fc.integer({ min: 1, max: 5 }), rates, (speed, burst, text) => {
        const { heldSeconds, stepsApart } = air(speed, burst, 6000, parseFrameRate(text));
        expect(Math.max(...stepsApart.map(Math.abs))).toBeLessThanOrEqual(0.85);
        expect(Math.max(...heldSeconds)).toBeLessThan(1.05);
      }),
      { numRuns: 30 },
    );
  });

  it('joins a source anew that has got ahead, and waits for one that stays out', () => {
    const position = new LivePosition(parseFrameRate('25/1'));
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

  it('goes on without the sound of a source whose sound stays out', () => {
    const position = new LivePosition(parseFrameRate('25/1'));
    position.follow(100, 10 * 1920);
    expect(position.choose(100, 10 * 1920)).toBeGreaterThan(85);
  });
});
