import { seededRandom } from './seeded-random.ts';

const SYLLABLES = ['ba', 'be', 'bi', 'da', 'do', 'ka', 'ke', 'la', 'mi', 'no', 'ra', 'sa', 'te', 'tu'];
const GENRES = ['drama', 'news', 'sport', 'music', 'comedy', 'nature'];
const TOKENS = [
  'kind:promo',
  'kind:programme',
  'expires<7d',
  'duration>30m',
  'never:aired',
  'unused:yes',
  '-is:approved',
  'year>=2000',
  'added<4w',
];

/** What people type into the search box, the same for the same seed: beginnings of words as they grow, words, tokens, and all of them together. */
export function typedSearches(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const word = (syllables: number) => Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
  const makers = [
    () => '',
    () => word(2).slice(0, 3),
    () => word(2),
    () => word(3),
    () => `${word(2)} ${word(2)}`,
    () => pick(TOKENS),
    () => `genre:${pick(GENRES)}`,
    () => `genre:${pick(GENRES)} ${pick(TOKENS)}`,
    () => `${word(2)} ${pick(TOKENS)}`,
    () => `PRG-0${String(Math.floor(random() * 99_999)).padStart(5, '0')}`,
  ];
  return Array.from({ length: count }, (_, index) => makers[index % makers.length]?.() ?? '');
}
