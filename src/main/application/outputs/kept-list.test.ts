import { describe, expect, it } from 'vitest';
import { type Output, outputsSchema } from '../../../shared/engine-protocol/index.ts';
import { HIDDEN } from './hide-secrets.ts';
import { KeptList } from './kept-list.ts';

const [PUSH, CALL] = outputsSchema.parse([
  { id: 'a', name: 'A', type: 'rtmp', url: 'rtmp://live.example/app', key: 'secret' },
  { id: 'b', name: 'B', type: 'udp', url: 'udp://10.0.0.7:1' },
]) as [Output, Output];

/** A list on a slow disk. */
function keptList() {
  let [list, ids, isFull]: [readonly Output[], number, boolean] = [[PUSH], 0, false];
  const write = async (changed: readonly Output[]): Promise<void> => {
    await Promise.resolve();
    if (isFull) throw new Error('The disk is full');
    list = changed;
  };
  const kept = new KeptList({ name: 'outputs', read: () => list, write }, { next: () => `${++ids}` });
  return { kept, list: () => list, fill: () => (isFull = true) };
}

describe('a list that is changed whole', () => {
  it('is changed by who has read it, and by who asks for no check', async () => {
    const { kept, list } = keptList();
    expect(await kept.replace([PUSH, CALL], kept.revision)).toEqual({ ok: true, value: [PUSH, CALL] });
    expect(await kept.replace([CALL], null)).toMatchObject({ ok: true });
    expect(list()).toEqual([CALL]);
  });

  it('refuses what was made from a list that is there no more', async () => {
    const { kept, list } = keptList();
    const { revision } = kept;
    await kept.replace([PUSH, CALL], revision);
    expect(await kept.replace([], revision)).toEqual({
      ...{ ok: false, code: 'STALE_REVISION', message: 'The outputs were changed in between; read them again' },
    });
    expect(list()).toEqual([PUSH, CALL]);
  });

  it('takes only the first of two who change it at once', async () => {
    const { kept, list } = keptList();
    const { revision } = kept;
    const answers = await Promise.all([kept.replace([CALL], revision), kept.replace([], revision)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(list()).toEqual([CALL]);
  });

  it('is what it was, by its revision too, when it can not be written or a secret is missing', async () => {
    const { kept, list, fill } = keptList();
    const { revision } = kept;
    expect(await kept.replace([{ ...PUSH, id: 'c', key: HIDDEN } as Output], revision)).toMatchObject({ field: 'outputs.0.key' });
    fill();
    await expect(kept.replace([], revision)).rejects.toThrow('full');
    expect([list(), kept.revision]).toEqual([[PUSH], revision]);
  });
});
