import type { Plan } from '../../../shared/contract/plan.ts';

/** The plan of a station that nobody gave one, in the zone (IANA) that it is in: everything in turn, all day long, with a break after each programme. */
export function defaultPlan(zone: string): Plan {
  return { zone, ...ROTATION };
}

const ROTATION: Omit<Plan, 'zone'> = {
  dayStartsAt: '06:00',
  seed: 'perpetua',
  dayparts: [
    {
      id: 'rotation',
      name: 'Rotation',
      priority: 0,
      when: { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
      from: '06:00',
      to: '06:00',
      start: 'follow',
      selection: { type: 'least-recent', filter: { genres: [], tags: [], series: [], ratings: [] }, cooldownMinutes: 1440 },
      breaks: 'between',
      overrun: 'fit',
    },
  ],
  breakPatterns: [
    {
      id: 'between',
      name: 'Between programmes',
      between: true,
      inside: { type: 'none' },
      lengthSeconds: 180,
      mostSpots: 2,
      pod: ['bumper', 'spots', 'promo', 'station-id', 'bumper'],
    },
  ],
  hourlyId: false,
  watershed: [],
};
