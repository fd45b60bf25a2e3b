import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../shared/time/index.ts';
import { type HoldEvent, holdAfter, IDLE } from './hold-to-fire.ts';

const length = milliseconds(500);
const press = (at: number, isRepeat = false): HoldEvent => ({ type: 'press', at: milliseconds(at), isRepeat });
const time = (at: number): HoldEvent => ({ type: 'time', at: milliseconds(at) });
const stateAfter = (...events: HoldEvent[]) => events.reduce((hold, event) => holdAfter(hold, event, length), IDLE).state;

describe('a control that must be held', () => {
  it('acts once it was held long enough, and not a moment before', () => {
    expect(stateAfter(press(1000), time(1499))).toBe('holding');
    expect(stateAfter(press(1000), time(1500))).toBe('fired');
  });

  it('is called off by letting go or by losing the focus', () => {
    expect(stateAfter(press(1000), { type: 'release' }, time(2000))).toBe('idle');
    expect(stateAfter(press(1000), { type: 'lose-focus' }, time(2000))).toBe('idle');
  });

  it('starts over when it is pressed again', () => {
    expect(stateAfter(press(1000), { type: 'release' }, press(1400), time(1600))).toBe('holding');
  });

  it('does not take the repeats of a key for a press', () => {
    expect(stateAfter(press(1000, true), time(2000))).toBe('idle');
    expect(stateAfter(press(1000), press(1400, true), time(1500))).toBe('fired');
  });

  it('acts once for one hold', () => {
    expect(stateAfter(press(1000), time(1500), press(1600, true), time(2600))).toBe('fired');
    expect(stateAfter(press(1000), time(1500), { type: 'release' }, press(1700), time(1800))).toBe('holding');
  });
});
