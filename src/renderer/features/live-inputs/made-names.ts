/** Random bytes, so many. */
export type RandomBytes = (count: number) => Uint8Array;

/** Without those that are taken for another when a key is read out: i, l, o, 0 and 1. 32 of them, so that no byte favours one. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789_';
const KEY_LENGTH = 20;
const TAIL_LENGTH = 6;
const MOST_OF_NAME = 30;

/** A key that nobody guesses (100 bits), for a publisher. */
export function newKey(random: RandomBytes): string {
  return letters(KEY_LENGTH, random);
}

/** An id for an input of that name, with a random tail: an id is never given twice, also when an input of the same name is gone. */
export function newInputId(name: string, random: RandomBytes): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_OF_NAME)
    .replaceAll(/^-+|-+$/g, '');
  return `${words === '' ? 'input' : words}-${letters(TAIL_LENGTH, random).replaceAll('_', 'x')}`;
}

function letters(count: number, random: RandomBytes): string {
  return Array.from(random(count), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
