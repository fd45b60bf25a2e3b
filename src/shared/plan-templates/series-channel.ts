import { EVERY_DAY, type TemplateDraft, WEEKEND, WORKDAYS } from './template-draft.ts';

/** Series in order at fixed hours, their marathons at the weekend. */
export const seriesChannel: TemplateDraft = {
  id: 'series-channel',
  name: 'Series channel',
  description:
    'Episodes in order, each series at an hour of its own. Put the names of your series in place of Series A, B and C; until then any programme stands in. The morning repeats last night, the weekend is a marathon.',
  plan: {
    zone: 'UTC',
    hourlyId: true,
    breakPatterns: [{ id: 'series', name: 'Series breaks', inside: { type: 'every', minutes: 15 }, lengthSeconds: 150, mostSpots: 5 }],
    dayparts: [
      {
        id: 'repeats',
        name: 'Morning repeats',
        when: EVERY_DAY,
        from: '06:00',
        to: '12:00',
        selection: { type: 'series', series: 'Series A', memory: 'daypart' },
        breaks: 'series',
      },
      {
        id: 'daytime',
        name: 'Daytime',
        when: EVERY_DAY,
        from: '12:00',
        to: '18:00',
        selection: { type: 'least-recent', cooldownMinutes: 1440 },
        breaks: 'series',
      },
      {
        id: 'access',
        name: 'Early evening',
        when: WORKDAYS,
        from: '18:00',
        to: '20:00',
        start: 'fixed',
        selection: { type: 'series', series: 'Series B' },
        breaks: 'series',
      },
      {
        id: 'prime',
        name: 'Prime time',
        when: WORKDAYS,
        from: '20:00',
        to: '23:00',
        start: 'fixed',
        selection: { type: 'series', series: 'Series C' },
        breaks: 'series',
      },
      {
        id: 'marathon',
        name: 'Weekend marathon',
        when: WEEKEND,
        from: '18:00',
        to: '00:00',
        start: 'fixed',
        selection: { type: 'marathon', series: 'Series A' },
        breaks: 'series',
      },
      {
        id: 'late',
        name: 'Late and night',
        when: EVERY_DAY,
        from: '23:00',
        to: '06:00',
        selection: { type: 'random', cooldownMinutes: 1440 },
        breaks: 'series',
      },
    ],
  },
};
