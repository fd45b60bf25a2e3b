import { describe, expect, it } from 'vitest';
import { AIR_MODES } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { statusWith } from '../../station-client/status-for-tests.ts';
import { framesLeft, onAirTitle, progressOf, standInWords, tallyOf, urgencyOf } from './air-picture.ts';

const rate = parseFrameRate('25');
const onAir = { item: null, title: 'Evening News', picture: 'item', startFrame: frames(100), endFrame: frames(200) } as const;

describe('what is left of the item on air', () => {
  it('is counted to its end and never below zero', () => {
    expect(framesLeft(statusWith({ onAir }), frames(150))).toBe(50);
    expect(framesLeft(statusWith({ onAir }), frames(250))).toBe(0);
  });

  it('is unknown when the item has no end', () => {
    expect(framesLeft(statusWith({ onAir: { ...onAir, endFrame: null } }), frames(150))).toBeNull();
    expect(progressOf(statusWith({ onAir: { ...onAir, endFrame: null } }), frames(150))).toBe(0);
  });

  it('turns amber at thirty seconds and red at ten', () => {
    const tones = [751, 750, 251, 250, 0].map((left) => urgencyOf(frames(left), rate));
    expect(tones).toEqual(['calm', 'soon', 'soon', 'now', 'now']);
  });

  it('shows as progress between the first and the last frame', () => {
    const status = statusWith({ onAir });
    expect([50, 100, 150, 200, 300].map((frame) => progressOf(status, frames(frame)))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe('tallyOf', () => {
  it('says on air in every mode but off-air', () => {
    const words = AIR_MODES.map((mode) => tallyOf(mode).word);
    expect(words).toEqual(['OFF AIR', 'ON AIR', 'ON AIR', 'ON AIR', 'ON AIR', 'ON AIR']);
    expect(tallyOf('panic').mode).toBe('PANIC');
  });

  it('claims nothing before the engine has spoken', () => {
    expect(tallyOf(null).tone).toBe('off');
  });
});

describe('onAirTitle', () => {
  const titleWith = (status: Parameters<typeof statusWith>[0]) => onAirTitle({ status: statusWith(status) });

  it('says that the channel is starting, rather than that nothing is on air, before its first item', () => {
    expect(titleWith({ mode: 'auto', onAir: null })).toBe('Starting');
    expect(titleWith({ mode: 'off-air', onAir: null })).toBe('Nothing on air');
    expect(titleWith({ onAir })).toBe('Evening News');
  });

  it('says that it waits while the engine has not spoken', () => {
    expect(onAirTitle(null)).toBe('Waiting for the engine');
  });
});

describe('standInWords', () => {
  it('tells a slate that the operator took from one that stands in', () => {
    const slate = { ...onAir, picture: 'slate' } as const;
    expect(standInWords(statusWith({ mode: 'panic', onAir: slate }))).toBe('Taken by the operator');
    expect(standInWords(statusWith({ onAir: slate }))).toBe('Slate stands in');
    expect(standInWords(statusWith({ onAir }))).toBeNull();
  });
});
