import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { BackOff } from './back-off.ts';

it('leaves alone what fails for 1, 2, 4 seconds and so on, and never for more than 30', () => {
  const backOff = new BackOff();
  const pauses = Array.from({ length: 8 }, () => {
    backOff.failed(milliseconds(0));
    return backOff.remainingAt(milliseconds(0));
  });
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

it('begins with a second again for what ran well for a minute, and not before', () => {
  const backOff = new BackOff();
  for (let failure = 0; failure < 4; failure += 1) backOff.failed(milliseconds(0));
  backOff.started(milliseconds(0));
  backOff.failed(milliseconds(59_999));
  expect(backOff.remainingAt(milliseconds(59_999))).toBe(16_000);
  backOff.started(milliseconds(100_000));
  backOff.failed(milliseconds(160_000));
  expect(backOff.remainingAt(milliseconds(160_000))).toBe(1000);
});

it('may be tried at once when nothing has failed, and when its time is over', () => {
  const backOff = new BackOff();
  expect(backOff.remainingAt(milliseconds(0))).toBe(0);
  backOff.failed(milliseconds(0));
  expect(backOff.remainingAt(milliseconds(5000))).toBe(0);
});
