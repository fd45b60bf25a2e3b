import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { EncoderChoice } from './encoder-choice.ts';

const choice = (video: object) => new EncoderChoice(engineConfigSchema.parse({ video }), parseFrameRate('25/1'));
const MINUTE = 60 * 25;

describe('the choice of an encoder', () => {
  it('has x264 stand in for hardware that gives no picture', () => {
    const chosen = choice({ encoder: 'nvenc' });
    expect(chosen.lost(false, frames(3))).toBe(true);
    expect(chosen).toMatchObject({ encoder: 'x264', standsInFor: 'nvenc', reason: 'NVIDIA NVENC does not work and x264 stands in for it' });
    expect(chosen.lost(false, frames(3))).toBe(false);
  });

  it('asks hardware that was lost once again, and no more when that does not last', () => {
    const chosen = choice({ encoder: 'vaapi' });
    expect(chosen.lost(true, frames(100 * MINUTE))).toBe(false);
    expect(chosen.lost(true, frames(2 * MINUTE))).toBe(false);
    expect(chosen).toMatchObject({ encoder: 'vaapi', standsInFor: null, reason: '' });
    expect(chosen.lost(true, frames(MINUTE - 1))).toBe(true);
  });

  it('never gives up x264 that worked', () => {
    const chosen = choice({ tune: 'film' });
    for (let turn = 0; turn < 3; turn++) expect(chosen.lost(true, frames(1))).toBe(false);
    expect(chosen.settings.video.tune).toBe('film');
  });

  it('begins anew with a new choice', () => {
    const chosen = choice({ encoder: 'qsv' });
    chosen.lost(false, frames(1));
    chosen.choose(engineConfigSchema.parse({ video: { encoder: 'qsv', bitrateKbps: 900 } }));
    expect(chosen).toMatchObject({ isChanged: true, encoder: 'x264' });
    chosen.apply();
    expect(chosen).toMatchObject({ isChanged: false, encoder: 'qsv', standsInFor: null });
  });
});
