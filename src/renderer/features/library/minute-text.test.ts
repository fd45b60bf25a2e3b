import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { minuteOfText, minuteText } from './minute-text.ts';

const evening = milliseconds(Date.parse('2026-03-01T20:00:00Z'));

it("writes a minute in the station's zone, and reads it back", () => {
  expect(minuteText(evening, 'Asia/Tokyo')).toBe('2026-03-02 05:00');
  expect(minuteText(evening, 'America/New_York')).toBe('2026-03-01 15:00');
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) expect(minuteOfText(minuteText(evening, zone), zone)).toBe(evening);
});

it('takes a day alone for its start', () => {
  expect(minuteOfText(' 2026-03-02 ', 'Asia/Tokyo')).toBe(Date.parse('2026-03-01T15:00:00Z'));
});

it('reads no day and no time that there is not', () => {
  for (const text of ['', '2026-02-30 12:00', '2026-03-01 24:00', '2026-03-01 7:00', '03/01/2026 12:00', '2026-03-01 12:00 pm']) {
    expect(minuteOfText(text, 'UTC')).toBeNull();
  }
});
