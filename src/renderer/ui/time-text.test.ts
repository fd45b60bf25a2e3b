import { describe, expect, it } from 'vitest';
import { firstFrameFrom, frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import {
  ageText,
  dayName,
  differenceText,
  frameLengthText,
  frameTimeOfDay,
  lengthText,
  remainingText,
  shortDay,
  timeOfDay,
} from './time-text.ts';

const at = (iso: string) => milliseconds(Date.parse(iso));
const pal = parseFrameRate('25');
const ntsc = parseFrameRate('30000/1001');

describe('time of day', () => {
  it('is told in the zone that was asked for, summer time included', () => {
    expect(timeOfDay(at('2026-01-15T20:00:00Z'), 'Europe/Berlin')).toBe('21:00:00');
    expect(timeOfDay(at('2026-07-15T22:30:05Z'), 'Europe/Berlin')).toBe('00:30:05');
    expect(dayName(at('2026-07-15T22:30:05Z'), 'Europe/Berlin')).toBe('Thu 16 Jul');
    expect(shortDay(at('2026-07-15T22:30:05Z'), 'Europe/Berlin')).toBe('16 Jul');
  });

  it('counts frames within the second', () => {
    const first = firstFrameFrom(at('2026-03-01T12:00:00Z'), pal);
    expect(frameTimeOfDay(first, pal, 'UTC')).toBe('12:00:00:00');
    expect(frameTimeOfDay(frames(first + 24), pal, 'UTC')).toBe('12:00:00:24');
    expect(frameTimeOfDay(frames(first + 25), pal, 'UTC')).toBe('12:00:01:00');
  });

  it('never shows a thirtieth frame number beyond 29 at 29.97', () => {
    const first = firstFrameFrom(at('2026-03-01T12:00:00Z'), ntsc);
    for (let n = 0; n < 3000; n += 1) {
      const shown = Number(frameTimeOfDay(frames(first + n), ntsc, 'UTC').slice(-2));
      expect(shown).toBeLessThan(30);
    }
  });
});

describe('lengths', () => {
  it('show hours only when there are any', () => {
    expect(lengthText(milliseconds(59_999))).toBe('00:59');
    expect(lengthText(milliseconds(3_600_000))).toBe('1:00:00');
    expect(frameLengthText(frames(25 * 61 + 7), pal)).toBe('01:01:07');
  });

  it('round what remains up, so that zero means the end', () => {
    expect(remainingText(frames(1), pal)).toBe('00:01');
    expect(remainingText(frames(25 * 30), pal)).toBe('00:30');
    expect(remainingText(frames(0), pal)).toBe('00:00');
    expect(remainingText(frames(-5), pal)).toBe('00:00');
  });

  it('tell how far a start is from the one that was meant, within a frame as on time', () => {
    const text = (difference: number) => differenceText(milliseconds(difference), pal);
    expect([0, 39, -39, 1560, 190_000, -120_000, 3_600_400].map(text)).toEqual([
      ...['on time', 'on time', 'on time'],
      ...['+00:01.6', '+03:10.0', '−02:00.0', '+1:00:00.4'],
    ]);
  });

  it('tell an age in the largest unit that says enough', () => {
    expect([4_200, 61_000, 7_300_000, 3 * 86_400_000].map((age) => ageText(milliseconds(age)))).toEqual(['4 s', '1 min', '2 h', '3 d']);
  });
});
