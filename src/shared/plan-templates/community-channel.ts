import { EVERY_DAY, type TemplateDraft, WEEKEND, WORKDAYS } from './template-draft.ts';

/** Local programmes by genre, announcements in place of spots. */
export const communityChannel: TemplateDraft = {
  id: 'community-channel',
  name: 'Community channel',
  description:
    'Local news at 18:00, council and talk in the evening, worship on Sunday morning, what people made the rest of the day. Public service announcements and promos stand where others have adverts.',
  plan: {
    zone: 'UTC',
    hourlyId: true,
    watershed: [{ ratings: ['18'], from: '22:00', to: '05:00' }],
    breakPatterns: [{ id: 'notices', name: 'Notices', lengthSeconds: 90, mostSpots: 2, pod: ['promo', 'spots', 'promo', 'station-id'] }],
    dayparts: [
      {
        id: 'rotation',
        name: 'From our neighbours',
        when: EVERY_DAY,
        from: '06:00',
        to: '06:00',
        selection: { type: 'least-recent', cooldownMinutes: 720 },
        breaks: 'notices',
      },
      {
        id: 'local-news',
        name: 'Local news',
        priority: 20,
        when: WORKDAYS,
        from: '18:00',
        to: '18:30',
        start: 'fixed',
        overrun: 'trim',
        selection: { type: 'least-recent', filter: { genres: ['news', 'local'] }, cooldownMinutes: 0 },
      },
      {
        id: 'council',
        name: 'Council and talk',
        priority: 10,
        when: WORKDAYS,
        from: '18:30',
        to: '21:00',
        selection: { type: 'least-recent', filter: { genres: ['council', 'talk', 'documentary'] }, cooldownMinutes: 1440 },
        breaks: 'notices',
      },
      {
        id: 'worship',
        name: 'Sunday worship',
        priority: 20,
        when: { type: 'weekly', days: ['sun'] },
        from: '09:30',
        to: '11:00',
        start: 'fixed',
        selection: { type: 'block', parts: [{ type: 'least-recent', filter: { genres: ['worship', 'religion'] }, cooldownMinutes: 1440 }] },
      },
      {
        id: 'sport',
        name: 'Sport of the weekend',
        priority: 10,
        when: WEEKEND,
        from: '15:00',
        to: '18:00',
        selection: { type: 'least-recent', filter: { genres: ['sport'] }, cooldownMinutes: 1440 },
        breaks: 'notices',
      },
    ],
  },
};
