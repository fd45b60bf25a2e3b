import { expect, it } from 'vitest';
import type { Alarm } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { worstFirst } from './worst-first.ts';

const alarm = (id: string, change: Partial<Alarm>): Alarm => ({
  ...{ id, code: 'disk-low', subject: '', severity: 'warning', raisedAt: milliseconds(0), clearedAt: null, acknowledged: null },
  ...change,
});

it('puts critical alarms first, unseen before seen, the latest before older ones, and leaves out what is over', () => {
  const seen = { by: 'anna', at: milliseconds(9) };
  const alarms = [
    alarm('old', {}),
    alarm('new', { raisedAt: milliseconds(5) }),
    alarm('seen', { severity: 'critical', acknowledged: seen }),
    alarm('worst', { severity: 'critical' }),
    alarm('over', { severity: 'critical', clearedAt: milliseconds(7) }),
  ];
  expect(worstFirst(alarms).map(({ id }) => id)).toEqual(['worst', 'seen', 'new', 'old']);
});
