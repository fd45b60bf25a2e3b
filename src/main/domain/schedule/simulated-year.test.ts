import { describe, expect, it } from 'vitest';
import { simulateYear } from './simulated-year.fixture.ts';

describe('a simulated leap year, planned day by day', () => {
  it.each(['Europe/Lisbon', 'Australia/Sydney', 'Asia/Kolkata'])(
    'has no gap, no day lost, series in order and rights kept in %s',
    (zone) => {
      const { faults, days, quotas, items } = simulateYear(zone);
      expect(faults).toEqual([]);
      expect(days).toBe(366);
      expect(items).toBeGreaterThan(100_000);
      expect(quotas.find(({ id }) => id === 'spring')).toEqual({ id: 'spring', aired: 500, wanted: 500 });
      expect(quotas.every(({ aired }) => aired > 0)).toBe(true);
    },
  );
});
