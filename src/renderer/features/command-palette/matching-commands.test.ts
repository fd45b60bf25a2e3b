import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../commands/index.ts';
import { matchingCommands } from './matching-commands.ts';

const idsFor = (typed: string) => matchingCommands(ALL_COMMANDS, typed).map(({ id }) => id);

describe('commands that match what was typed', () => {
  it('are all of them while nothing is typed', () => {
    expect(matchingCommands(ALL_COMMANDS, '  ')).toEqual(ALL_COMMANDS);
  });

  it('have every word, in any order and any case, be it only begun', () => {
    expect(idsFor('DAY cop')).toEqual(['copy-day']);
    expect(idsFor('opy')).toEqual([]);
  });

  it('are found by their group, after those whose name begins so', () => {
    const ids = idsFor('library');
    expect(ids[0]).toBe('show-library');
    expect(ids).toContain('mark-in');
  });

  it('keep their order, none twice, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (typed) => {
        const ids = idsFor(typed);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ALL_COMMANDS.filter(({ id }) => ids.includes(id)).length).toBe(ids.length);
      }),
    );
  });
});
