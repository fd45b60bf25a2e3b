import { describe, expect, it } from 'vitest';
import { type Output, outputSchema } from '../../../shared/engine-protocol/index.ts';
import { planOutputChanges } from './plan-output-changes.ts';

const output = (id: string, fields: object = {}): Output =>
  outputSchema.parse({ id, name: id, type: 'udp', url: 'udp://10.0.0.7:1234', ...fields });
const changes = (running: readonly Output[], wanted: readonly Output[]) => {
  const { leaving, joining } = planOutputChanges(running, wanted);
  return { leaving, joining: joining.map(({ id }) => id) };
};

describe('planOutputChanges', () => {
  it('adds what is new and removes what is gone', () => {
    expect(changes([output('a'), output('b')], [output('b'), output('c')])).toEqual({ leaving: ['a'], joining: ['c'] });
  });

  it('replaces what changed and leaves the others alone', () => {
    const changed = output('b', { url: 'udp://10.0.0.8:1234' });
    expect(changes([output('a'), output('b'), output('c')], [output('c'), changed, output('a')])).toEqual({
      leaving: ['b'],
      joining: ['b'],
    });
  });

  it('does nothing for another name, or for settings in another order', () => {
    const { id, ...rest } = output('a', { name: 'Another' });
    expect(changes([output('a')], [{ ...rest, id } as Output])).toEqual({ leaving: [], joining: [] });
  });

  it('removes what is switched off and adds what is switched on', () => {
    expect(changes([output('a')], [output('a', { enabled: false })])).toEqual({ leaving: ['a'], joining: [] });
    expect(changes([], [output('a', { enabled: false }), output('b')])).toEqual({ leaving: [], joining: ['b'] });
  });
});
