import { expect, it } from 'vitest';
import { readSoakArguments } from './read-soak-arguments.ts';

it('takes rates as they are spoken of', () => {
  expect(readSoakArguments(['--rate', '59.94', '--size', '1920x1080', '--faults', 'none'])).toMatchObject({
    ...{ rate: '60000/1001', width: 1920, height: 1080, withFaults: false },
  });
});

it.each([
  ['--rate', '24'],
  ['--size', 'large'],
  ['--minutes', 'many'],
  ['--faults', 'some'],
  ['--pace', 'slow'],
  ['--receivers', 'some'],
])('says what is wrong with %s %s', (name, value) => expect(readSoakArguments([name, value])).toContain(name));
