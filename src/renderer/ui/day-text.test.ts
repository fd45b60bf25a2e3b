import { describe, expect, it } from 'vitest';
import { dayOfText } from './day-text.ts';

describe('a day as it is typed', () => {
  it('is the year, the month and the day, whatever stands around them', () => {
    expect(dayOfText(' 2026-03-29 ')).toBe('2026-03-29');
    expect(dayOfText('2028-02-29')).toBe('2028-02-29');
  });

  it('is none while it is not whole, or where the calendar has no such day', () => {
    for (const text of [
      '',
      '2026-03-2',
      '29.03.2026',
      '03/29/2026',
      '2026-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-03-29T00',
    ]) {
      expect(dayOfText(text)).toBeNull();
    }
  });
});
