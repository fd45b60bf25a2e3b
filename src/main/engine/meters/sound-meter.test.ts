import { describe, expect, it } from 'vitest';
import type { Meters } from '../../../shared/engine-protocol/index.ts';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { SoundMeter } from './sound-meter.ts';

const FRAME_SAMPLES = 1920;

/** A frame of s16le stereo: each channel's sample `index` of the channel's sound. */
function soundOf(frame: number, left: (index: number) => number, right: (index: number) => number): Buffer {
  const sound = Buffer.alloc(FRAME_SAMPLES * 4);
  for (let index = 0; index < FRAME_SAMPLES; index++) {
    sound.writeInt16LE(Math.round(left(frame * FRAME_SAMPLES + index) * 32_767), index * 4);
    sound.writeInt16LE(Math.round(right(frame * FRAME_SAMPLES + index) * 32_767), index * 4 + 2);
  }
  return sound;
}

const sine = (hertz: number, share: number) => (index: number) => share * Math.sin((2 * Math.PI * hertz * index) / 48_000);

/** What is told of frames that come every `gapMs`. */
function toldOf(sounds: readonly Buffer[], gapMs: number): readonly Meters[] {
  let now = 0;
  const told: Meters[] = [];
  const meter = new SoundMeter(
    () => milliseconds(now),
    () => null,
  );
  meter.listen((meters) => told.push(meters));
  meter.want();
  for (const [frame, sound] of sounds.entries()) {
    meter.hear(frames(frame), sound);
    now += gapMs;
  }
  return told;
}

describe('the sound meter', () => {
  it('measures a sine of 1 kHz at -20 dBFS as a peak of -20 and an RMS of -23.01, each channel by itself', () => {
    const [meters] = toldOf([soundOf(0, sine(1000, 0.1), () => 0)], 40);
    expect(meters?.peakDbfs[0]).toBeCloseTo(-20, 1);
    expect(meters?.rmsDbfs[0]).toBeCloseTo(-23.01, 1);
    expect([meters?.peakDbfs[1], meters?.rmsDbfs[1]]).toEqual([-120, -120]);
  });

  it('measures a square at full scale, and the lowest sample there is, as 0', () => {
    const [square] = toldOf([soundOf(0, (index) => (index % 96 < 48 ? 1 : -1), sine(1000, 1))], 40);
    expect(square?.peakDbfs[0]).toBeCloseTo(0, 2);
    expect(square?.rmsDbfs[0]).toBeCloseTo(0, 2);
    expect(square?.rmsDbfs[1]).toBeCloseTo(-3.01, 1);
    const [lowest] = toldOf([Buffer.from([0, 0x80, 0, 0])], 40);
    expect(lowest?.peakDbfs).toEqual([0, -120]);
  });

  it('measures nothing that nobody wants', () => {
    let now = 0;
    const told: Meters[] = [];
    const meter = new SoundMeter(
      () => milliseconds(now),
      () => null,
    );
    meter.listen((meters) => told.push(meters));
    const hear = (at: number) => {
      now = at;
      meter.hear(frames(at), soundOf(0, sine(500, 0.1), sine(500, 0.1)));
    };
    hear(0);
    meter.want();
    hear(5000);
    hear(5100);
    expect(told.map(({ frame }) => frame)).toEqual([5000]);
  });

  it('tells at most 25 times a second, and loses no peak in between', () => {
    const quiet = soundOf(0, sine(500, 0.01), sine(500, 0.01));
    const loud = soundOf(0, sine(500, 0.5), sine(500, 0.01));
    const told = toldOf([quiet, loud, quiet, quiet, quiet], 20);
    expect(told.map(({ frame }) => frame)).toEqual([0, 2, 4]);
    expect(told.map(({ peakDbfs }) => Math.round(peakDbfs[0]))).toEqual([-40, -6, -40]);
  });
});
