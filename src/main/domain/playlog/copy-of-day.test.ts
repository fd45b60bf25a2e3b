import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Frames,
  firstFrameFrom,
  frameDueAt,
  frames,
  type Milliseconds,
  milliseconds,
  parseFrameRate,
} from '../../../shared/time/index.ts';
import { broadcastDay, dateAfter, localTimeOf } from '../../../shared/time/station-calendar.ts';
import { copyOfDay, type DayToCopy } from './copy-of-day.ts';
import { endFrame, NO_ORIGIN, type PlaylogItem } from './index.ts';

const RATE = parseFrameRate('25/1');
const CALENDAR = { zone: 'Europe/Lisbon', dayStartsAt: '06:00' };
const NEUTRAL = { inputId: null, inFrame: frames(0), startMode: 'follow', status: 'aired' } as const;
const explanation = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };
const at = (instant: string): Frames => firstFrameFrom(milliseconds(Date.parse(instant)), RATE);
const startOf = ({ startFrame }: { readonly startFrame: Frames }): Milliseconds => milliseconds(Math.round(frameDueAt(startFrame, RATE)));
const localTimes = (items: readonly { readonly startFrame: Frames }[]) => items.map((item) => localTimeOf(startOf(item), CALENDAR.zone));

function item(title: string, starts: string, minutes: number, change: Partial<PlaylogItem> = {}): PlaylogItem {
  const what = { id: `${title} ${starts}`, title, houseId: title, assetId: title, kind: 'programme' as const };
  return {
    ...NEUTRAL,
    ...what,
    startFrame: at(starts),
    durationFrames: frames(Math.round(minutes * 60 * 25)),
    explanation,
    origin: NO_ORIGIN,
    ...change,
  };
}

function copied(items: readonly PlaylogItem[], from: string, to: string, what: DayToCopy['what'] = 'everything') {
  const day = broadcastDay(CALENDAR, from);
  const bounds = { begins: firstFrameFrom(day.startsAt, RATE), ends: firstFrameFrom(day.endsAt, RATE) };
  return copyOfDay({ items, from, to, what, ...bounds, zone: CALENDAR.zone, rate: RATE, by: 'jo' });
}

describe('a copy of a day', () => {
  it('has the same items at the same local times, each placed by the person', () => {
    const items = [item('A', '2026-03-02T06:00:00Z', 90), item('B', '2026-03-02T07:30:00Z', 30, { startMode: 'fixed' })];
    const copy = copied(items, '2026-03-02', '2026-03-09').items;
    expect(copy.map(({ title, startFrame, startMode, durationFrames }) => ({ title, startFrame, startMode, durationFrames }))).toEqual([
      { title: 'A', startFrame: at('2026-03-09T06:00:00Z'), startMode: 'follow', durationFrames: 90 * 60 * 25 },
      { title: 'B', startFrame: at('2026-03-09T07:30:00Z'), startMode: 'fixed', durationFrames: 30 * 60 * 25 },
    ]);
    expect(copy.every(({ origin, explanation: { rule } }) => origin.placedBy === 'jo' && rule === 'Copied from 2026-03-02 by jo')).toBe(
      true,
    );
  });

  it('leaves out breaks where only programmes are wanted, and slate and live inputs in any case', () => {
    const live = { assetId: null, inputId: 'studio', houseId: null };
    const items = [
      item('A', '2026-03-02T08:00:00Z', 10),
      item('Spot', '2026-03-02T08:10:00Z', 1, { kind: 'commercial' }),
      item('Slate', '2026-03-02T08:11:00Z', 1, { kind: 'slate', assetId: null }),
      item('Studio', '2026-03-02T08:12:00Z', 1, live),
    ];
    expect(copied(items, '2026-03-02', '2026-03-03').items.map(({ title }) => title)).toEqual(['A', 'Spot']);
    expect(copied(items, '2026-03-02', '2026-03-03', 'programmes').items.map(({ title }) => title)).toEqual(['A']);
  });

  it('takes a programme that began in the day whole, and none that began before it', () => {
    const part = (airingId: string) => ({ origin: { ...NO_ORIGIN, airingId } });
    const items = [
      item('Night', '2026-03-02T05:50:00Z', 10, part('n')),
      item('Night', '2026-03-02T06:00:00Z', 30, part('n')),
      item('Late', '2026-03-03T05:50:00Z', 5, part('l')),
      item('Spot', '2026-03-03T05:55:00Z', 15, { kind: 'commercial' }),
      item('Late', '2026-03-03T06:10:00Z', 30, part('l')),
      item('Morning', '2026-03-03T06:40:00Z', 30),
    ];
    const copy = copied(items, '2026-03-02', '2026-03-04').items;
    expect(copy.map(({ title }) => title)).toEqual(['Late', 'Spot', 'Late']);
    expect(new Set(copy.flatMap(({ origin }) => origin.airingId ?? []))).toEqual(new Set([`l+${2 * 86_400 * 25}`]));
  });

  it('keeps local times across a change of the clock, in both directions', () => {
    // Lisbon: +1 from 2026-03-29T01:00Z, back from 2026-10-25T01:00Z.
    const winter = [item('A', '2026-03-28T08:00:00Z', 60), item('B', '2026-03-28T20:00:00Z', 60)];
    expect(localTimes(copied(winter, '2026-03-28', '2026-03-29').items)).toEqual(['08:00:00', '20:00:00']);
    const summer = [item('A', '2026-10-23T23:30:00Z', 60), item('B', '2026-10-24T07:00:00Z', 60)];
    expect(localTimes(copied(summer, '2026-10-23', '2026-10-24').items)).toEqual(['00:30:00']);
    expect(startOf(copied(summer, '2026-10-24', '2026-10-25').items[0] as PlaylogItem)).toBe(Date.parse('2026-10-25T08:00:00Z'));
  });

  it('has no place for what the clock skips, nor for an hour that came twice, and cuts what reaches into the next item', () => {
    const night = [
      item('A', '2026-03-28T00:30:00Z', 60),
      item('Skipped', '2026-03-28T01:30:00Z', 30),
      item('B', '2026-03-28T02:00:00Z', 30),
    ];
    const copy = copied(night, '2026-03-27', '2026-03-28');
    expect(copy.withoutTime.map(({ title }) => title)).toEqual(['Skipped']);
    expect(localTimes(copy.items)).toEqual(['00:30:00', '02:00:00']);
    expect(copy.items[0]?.durationFrames).toBe(30 * 60 * 25);
    const twice = [item('First', '2026-10-25T00:30:00Z', 30), item('Again', '2026-10-25T01:30:00Z', 30)];
    expect(copied(twice, '2026-10-24', '2026-10-26').withoutTime.map(({ title }) => title)).toEqual(['Again']);
  });

  it('whatever the day: in order, without overlap, every item at its own local time or shorter and kept with its programme', () => {
    const lengths = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 14_400 }), airing: fc.integer({ min: 0, max: 4 }) }), {
      maxLength: 30,
    });
    const days = fc.tuple(fc.integer({ min: 0, max: 365 }), fc.integer({ min: -10, max: 10 }));
    fc.assert(
      fc.property(lengths, days, (parts, [first, by]) => {
        const from = dateAfter('2026-01-01', first);
        let next = broadcastDay(CALENDAR, from).startsAt as number;
        const items = parts.map(({ seconds, airing }, index) => {
          const starts = new Date(next).toISOString();
          next += seconds * 1000;
          const origin = { ...NO_ORIGIN, airingId: airing === 0 ? null : `${Math.floor(index / 3)}-${airing}` };
          return item(`${index}`, starts, seconds / 60, { origin });
        });
        const { items: copy, withoutTime } = copied(items, from, dateAfter(from, by));
        for (const [index, one] of copy.entries()) {
          const source = items.find(({ title }) => title === one.title) as PlaylogItem;
          expect(one.durationFrames).toBeGreaterThan(0);
          expect(one.durationFrames).toBeLessThanOrEqual(source.durationFrames);
          expect(endFrame(one)).toBeLessThanOrEqual(copy[index + 1]?.startFrame ?? Number.POSITIVE_INFINITY);
          if (one.origin.airingId === null) expect(localTimes([one])).toEqual(localTimes([source]));
        }
        expect(copy.length + withoutTime.length).toBeLessThanOrEqual(items.length);
      }),
      { numRuns: 60 },
    );
  });
});
