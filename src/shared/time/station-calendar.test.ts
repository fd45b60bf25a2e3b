import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from './quantities.ts';
import {
  broadcastDay,
  broadcastDayAt,
  dateAfter,
  daysBetween,
  instantInDay,
  isTimeZone,
  type StationCalendar,
  sameTimeDaysLater,
} from './station-calendar.ts';

const HOUR = 3_600_000;
const LISBON: StationCalendar = { zone: 'Europe/Lisbon', dayStartsAt: '06:00' };
const iso = (instant: number) => new Date(instant).toISOString();
const hours = (calendar: StationCalendar, date: string) => {
  const { startsAt, endsAt } = broadcastDay(calendar, date);
  return (endsAt - startsAt) / HOUR;
};

const anyCalendar = fc.record({
  zone: fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
  dayStartsAt: fc.constantFrom('00:00', '02:30', '03:00', '06:00', '23:45'),
});
const anyInstant = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2029, 0, 1) }).map(milliseconds);

describe('the broadcast day', () => {
  it('runs from its start to the next one, and says what day of the week it is', () => {
    const day = broadcastDay(LISBON, '2026-03-01');
    expect([iso(day.startsAt), iso(day.endsAt), day.weekday]).toEqual(['2026-03-01T06:00:00.000Z', '2026-03-02T06:00:00.000Z', 7]);
  });

  it('is an hour short and an hour long where the clock changes, in both hemispheres', () => {
    expect(hours(LISBON, '2026-03-28')).toBe(23);
    expect(hours(LISBON, '2026-10-24')).toBe(25);
    expect(hours({ zone: 'Australia/Sydney', dayStartsAt: '06:00' }, '2026-10-03')).toBe(23);
    expect(hours({ zone: 'Australia/Sydney', dayStartsAt: '06:00' }, '2026-04-04')).toBe(25);
    expect(hours({ zone: 'Asia/Kolkata', dayStartsAt: '06:00' }, '2026-03-28')).toBe(24);
  });

  it('knows the leap day', () => {
    expect(dateAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dateAfter('2027-02-28', 1)).toBe('2027-03-01');
    expect(broadcastDayAt(LISBON, milliseconds(Date.UTC(2028, 1, 29, 12))).date).toBe('2028-02-29');
  });

  it('holds the night after its date', () => {
    expect(iso(instantInDay(LISBON, '2026-07-10', '01:30'))).toBe('2026-07-11T00:30:00.000Z');
    expect(iso(instantInDay(LISBON, '2026-07-10', '20:15:30'))).toBe('2026-07-10T19:15:30.000Z');
  });

  it('takes a time that the clock leaves out as the same distance after, and one that comes twice as the first', () => {
    expect(iso(instantInDay(LISBON, '2026-03-28', '01:30'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(instantInDay(LISBON, '2026-10-24', '01:30'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('finds the same local time of another day, unless the clock skips it or it came twice', () => {
    const later = (instant: string, days: number) => {
      const found = sameTimeDaysLater(milliseconds(Date.parse(instant)), days, LISBON.zone);
      return found === null ? null : iso(found);
    };
    expect(daysBetween('2026-10-24', '2026-11-01')).toBe(8);
    expect(later('2026-10-20T19:15:30.040Z', 7)).toBe('2026-10-27T20:15:30.040Z');
    expect(later('2026-03-28T01:30:00Z', 1)).toBeNull();
    expect(later('2026-10-25T00:30:00Z', 1)).toBe('2026-10-26T01:30:00.000Z');
    expect(later('2026-10-25T01:30:00Z', 1)).toBeNull();
  });

  it('holds every instant once, whatever the zone: no day is lost or doubled', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, instant) => {
        const day = broadcastDayAt(calendar, instant);
        expect(day.startsAt).toBeLessThanOrEqual(instant);
        expect(day.endsAt).toBeGreaterThan(instant);
        expect(broadcastDayAt(calendar, day.endsAt).date).toBe(dateAfter(day.date, 1));
        expect(broadcastDay(calendar, dateAfter(day.date, 1)).startsAt).toBe(day.endsAt);
        expect(broadcastDayAt(calendar, milliseconds(day.startsAt - 1)).date).toBe(dateAfter(day.date, -1));
      }),
    );
  });
});

describe('isTimeZone', () => {
  it('tells a zone from a word', () => {
    expect([isTimeZone('Europe/Lisbon'), isTimeZone('UTC'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
