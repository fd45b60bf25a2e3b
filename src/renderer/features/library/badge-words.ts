import type { BADGE_CODES } from '../../../shared/contract/index.ts';

/** The few words that stand on a badge. */
export const BADGE_WORDS: Readonly<Record<(typeof BADGE_CODES)[number], string>> = {
  missing: 'MISSING',
  'file-bad': 'BAD FILE',
  'in-bin': 'IN BIN',
  retired: 'RETIRED',
  'not-approved': 'NOT APPROVED',
  'rights-expired': 'EXPIRED',
  'rights-not-begun': 'NOT YET',
  'rights-expiring': 'EXPIRING',
  'long-black': 'BLACK',
  'long-freeze': 'FREEZE',
  'long-silence': 'SILENCE',
  'no-sound': 'NO SOUND',
  'no-picture': 'NO PICTURE',
};
