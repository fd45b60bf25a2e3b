import { expect, it } from 'vitest';
import { readSoakArguments } from './read-soak-arguments.ts';

it('takes rates as they are spoken of', () => {
  expect(readSoakArguments(['--rate', '59.94', '--size', '1920x1080', '--faults', 'none'])).toMatchObject({
    ...{ rate: '60000/1001', width: 1920, height: 1080, faults: 'none' },
  });
});

it.each([
  ['--rate', '24'],
  ['--size', 'large'],
  ['--minutes', 'many'],
  ['--faults', 'some'],
  ['--pace', 'slow'],
  ['--receivers', 'some'],
  ['--hls', 'dash'],
  ['--sizes', '4'],
])('says what is wrong with %s %s', (name, value) => expect(readSoakArguments([name, value])).toContain(name));

it.each([
  [['--sizes', '2'], '--size'],
  [['--pace', 'free', '--faults', 'engine'], '--faults engine'],
])('refuses %j, which do not go together', (args, words) => expect(readSoakArguments(args)).toContain(words));

it('names what there is when it is asked for something else', () => {
  expect(readSoakArguments(['--help'])).toMatch(/--help.*There are --minutes, --seed/);
});
