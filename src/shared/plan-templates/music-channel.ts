import { EVERY_DAY, type TemplateDraft, WEEKEND } from './template-draft.ts';

/** Clips by mood and hour, few breaks. */
export const musicChannel: TemplateDraft = {
  id: 'music-channel',
  name: 'Music channel',
  description:
    'Clips drawn by lot, none again within three hours. Mornings take the tag calm, evenings the tag party; a short break of spots and a station ID twice an hour at most. Clips marked explicit air after 22:00.',
  plan: {
    zone: 'UTC',
    hourlyId: true,
    watershed: [{ ratings: ['explicit', '18'], from: '22:00', to: '05:00' }],
    breakPatterns: [
      { id: 'clips', name: 'After each clip: an ID now and then', lengthSeconds: 15, mostSpots: 0, pod: ['station-id'], between: false },
      {
        id: 'shows',
        name: 'Shows and concerts',
        inside: { type: 'every', minutes: 25 },
        lengthSeconds: 90,
        mostSpots: 3,
        pod: ['spots', 'station-id'],
      },
    ],
    dayparts: [
      {
        id: 'morning',
        name: 'Soft morning',
        when: EVERY_DAY,
        from: '06:00',
        to: '10:00',
        selection: { type: 'random', filter: { tags: ['calm', 'acoustic'] }, cooldownMinutes: 180 },
        breaks: 'clips',
      },
      {
        id: 'rotation',
        name: 'Rotation',
        when: EVERY_DAY,
        from: '10:00',
        to: '20:00',
        selection: { type: 'random', cooldownMinutes: 180 },
        breaks: 'clips',
      },
      {
        id: 'concert',
        name: 'Concert of the weekend',
        priority: 10,
        when: WEEKEND,
        from: '20:00',
        to: '22:00',
        start: 'fixed',
        selection: { type: 'least-recent', filter: { genres: ['concert', 'live'] }, cooldownMinutes: 10_080 },
        breaks: 'shows',
      },
      {
        id: 'party',
        name: 'Party',
        when: EVERY_DAY,
        from: '20:00',
        to: '02:00',
        selection: { type: 'random', filter: { tags: ['party', 'dance'] }, cooldownMinutes: 180 },
        breaks: 'clips',
      },
      {
        id: 'night',
        name: 'Night',
        when: EVERY_DAY,
        from: '02:00',
        to: '06:00',
        selection: { type: 'random', cooldownMinutes: 120 },
        breaks: 'clips',
      },
    ],
  },
};
