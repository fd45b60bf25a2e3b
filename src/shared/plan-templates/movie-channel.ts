import { EVERY_DAY, type TemplateDraft, WEEKEND } from './template-draft.ts';

/** Films, the best hour fixed, breaks at their marks. */
export const movieChannel: TemplateDraft = {
  id: 'movie-channel',
  name: 'Movie channel',
  description:
    'Films around the clock, the one that rested longest next. The evening film begins at 20:15 to the frame; ratings 18 and R wait until 22:00. Breaks at the marks that you set in a film, and after each one.',
  plan: {
    zone: 'UTC',
    hourlyId: false,
    watershed: [{ ratings: ['18', 'R', 'NC-17', 'FSK 18'], from: '22:00', to: '05:00' }],
    breakPatterns: [
      { id: 'film', name: 'Film breaks', inside: { type: 'markers' }, lengthSeconds: 180, mostSpots: 6 },
      { id: 'night', name: 'Night', lengthSeconds: 60, mostSpots: 2, pod: ['promo', 'station-id'] },
    ],
    dayparts: [
      {
        id: 'day',
        name: 'Day films',
        when: EVERY_DAY,
        from: '06:00',
        to: '20:15',
        selection: { type: 'least-recent', cooldownMinutes: 2880 },
        breaks: 'film',
      },
      {
        id: 'evening',
        name: 'Film of the evening',
        when: EVERY_DAY,
        from: '20:15',
        to: '00:00',
        start: 'fixed',
        selection: { type: 'least-recent', cooldownMinutes: 10_080 },
        breaks: 'film',
      },
      {
        id: 'matinee',
        name: 'Family matinee',
        priority: 10,
        when: WEEKEND,
        from: '14:00',
        to: '18:00',
        selection: { type: 'random', filter: { genres: ['family', 'animation', 'children'] }, cooldownMinutes: 2880 },
        breaks: 'film',
      },
      {
        id: 'night',
        name: 'Night films',
        when: EVERY_DAY,
        from: '00:00',
        to: '06:00',
        selection: { type: 'random', cooldownMinutes: 1440 },
        breaks: 'night',
      },
    ],
  },
};
