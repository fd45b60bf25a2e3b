import { EVERY_DAY, type TemplateDraft } from './template-draft.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}`);

/** The newest bulletin on the hour, features between. */
export const newsWheel: TemplateDraft = {
  id: 'news-wheel',
  name: 'News wheel',
  description:
    'On every hour, to the frame, ten minutes of what has the genre news; reports, weather and sport fill the rest of the hour in turn. Import a new bulletin and it comes up within the hour.',
  plan: {
    zone: 'UTC',
    dayStartsAt: '00:00',
    hourlyId: true,
    breakPatterns: [{ id: 'short', name: 'Short breaks', lengthSeconds: 60, mostSpots: 3, pod: ['spots', 'promo'] }],
    dayparts: [
      ...HOURS.map((hour) => ({
        id: `bulletin-${hour}`,
        name: `Bulletin ${hour}:00`,
        priority: 10,
        when: EVERY_DAY,
        from: `${hour}:00`,
        to: `${hour}:10`,
        start: 'fixed' as const,
        overrun: 'trim' as const,
        selection: { type: 'least-recent' as const, filter: { genres: ['news', 'bulletin'] }, cooldownMinutes: 0 },
      })),
      {
        id: 'reports',
        name: 'Reports',
        when: EVERY_DAY,
        from: '00:00',
        to: '00:00',
        selection: {
          type: 'least-recent',
          filter: { genres: ['report', 'magazine', 'weather', 'sport', 'documentary'] },
          cooldownMinutes: 120,
        },
        breaks: 'short',
      },
    ],
  },
};
