import { describe, expect, it } from 'vitest';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import { airedDifferences, differenceOf, differenceWords } from './start-difference.ts';

const row = (itemId: string | null, planned: string | null, started: string, outcome: AsRunRow['outcome'] = 'aired') =>
  ({ itemId, plannedStartsAt: planned, startsAt: started, outcome }) as AsRunRow;
const at = (time: string) => `2026-05-01T${time}Z`;

describe('the difference of a start', () => {
  it('is what the log says of what aired, of an interrupted item its first start', () => {
    const differences = airedDifferences([
      row('a', at('20:00:00'), at('20:30:00'), 'partial'),
      row('a', at('20:00:00'), at('20:03:10'), 'partial'),
      row('b', at('21:00:00'), at('20:58:00')),
      row('c', at('22:00:00'), at('22:00:00'), 'missed'),
      row(null, null, at('23:00:00'), 'inserted'),
    ]);
    expect([...differences]).toEqual([
      ['a', 190_000],
      ['b', -120_000],
    ]);
  });

  it('is how far a daypart begins from its time while it is still to come, and unknown for what follows', () => {
    const item = { ...scheduleItem('a', 0, 100), startsAt: at('20:03:10'), plannedStartsAt: at('20:00:00') };
    expect(differenceOf(item, new Map())).toEqual({ by: 190_000, of: 'coming' });
    expect(differenceOf(item, new Map([['a', milliseconds(0)]]))).toEqual({ by: 0, of: 'aired' });
    expect(differenceOf({ ...item, plannedStartsAt: null }, new Map())).toBeNull();
    expect(differenceWords(item, { by: milliseconds(190_000), of: 'coming' }, 'UTC')).toContain(
      '20:03:10; the plan has its daypart begin at 20:00:00',
    );
  });
});
