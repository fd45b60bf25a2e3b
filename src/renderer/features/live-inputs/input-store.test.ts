import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Input, inputsSchema } from '../../../shared/engine-protocol/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { useInputStore } from './input-store.ts';

const KEPT = inputsSchema.parse([
  { id: 'studio', name: 'Studio', type: 'rtmp-publish', key: 'studio-key' },
  { id: 'field', name: 'Field', type: 'srt', url: 'srt://0.0.0.0:9000', passphrase: '••••••••••' },
]);
const random = (count: number) => new Uint8Array(count);

/** A station that keeps inputs as the real one does, or refuses to. */
function stationWith(refusal: ORPCError<string, unknown> | null) {
  const kept = { inputs: KEPT as readonly Input[], revision: 1 };
  const list = async () => ({ items: kept.inputs.map((input) => ({ input, status: null })), revision: `${kept.revision}` });
  const replace = async ({ inputs, revision }: { readonly inputs: readonly Input[]; readonly revision: string }) => {
    if (refusal !== null) throw refusal;
    if (revision !== `${kept.revision}`)
      throw new ORPCError('STALE_REVISION', { status: 409, message: 'Changed in between; read them again' });
    kept.inputs = inputs;
    kept.revision += 1;
    return list();
  };
  return { kept, calls: { inputs: { list, replace } } as unknown as StationCalls };
}

const store = () => useInputStore.getState();

describe('the dialog of a live input', () => {
  beforeEach(() => store().close());

  it('adds one beside those that are there, and closes', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, null, random);
    store().change({ name: 'Gallery' });
    await store().save(calls, random);
    expect(store().opened).toBeNull();
    expect(kept.inputs.map(({ id, name }) => [id, name])).toEqual([
      ['studio', 'Studio'],
      ['field', 'Field'],
      ['gallery-aaaaaa', 'Gallery'],
    ]);
  });

  it('changes one and no other', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    expect(store().opened?.draft).toMatchObject({ name: 'Studio', key: 'studio-key' });
    store().change({ name: 'Studio A' });
    await store().save(calls, random);
    expect(kept.inputs).toEqual([{ ...KEPT[0], name: 'Studio A' }, KEPT[1]]);
  });

  it('removes one', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    await store().remove(calls);
    expect(kept.inputs).toEqual([KEPT[1]]);
    expect(store().opened).toBeNull();
  });

  it('sends nothing while something is held against a field, and keeps the draft', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, null, random);
    store().change({ key: 'studio-key' });
    await store().save(calls, random);
    expect(store().opened).toMatchObject({
      draft: { key: 'studio-key' },
      faults: { name: 'Give it a name.', key: 'Another input has this key.' },
    });
    expect(kept.inputs).toBe(KEPT);
  });

  it('puts what the station holds against a field there, and what it refuses besides below', async () => {
    const field = 'inputs.1.passphrase';
    const secretAsked = new ORPCError('BAD_INPUT', { status: 400, message: `${field}: Write the secret out.`, data: { field } });
    const { calls } = stationWith(secretAsked);
    await store().open(calls, 'field', random);
    store().change({ url: 'srt://0.0.0.0:9001' });
    await store().save(calls, random);
    expect(store()).toMatchObject({ opened: { faults: { passphrase: 'Write the secret out.' } }, isBusy: false });
    const away = stationWith(new ORPCError('ROLE_TOO_LOW', { status: 403 }));
    await store().save(away.calls, random);
    expect(store().opened?.faults).toEqual({ other: 'Your role may not do this.' });
  });

  it('keeps what somebody did to another input meanwhile', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    store().change({ name: 'Studio A' });
    await calls.inputs.replace({ inputs: KEPT.map((input) => ({ ...input, enabled: input.id === 'studio' })), revision: '1' });
    await store().save(calls, random);
    expect(kept.inputs).toEqual([
      { ...KEPT[0], name: 'Studio A' },
      { ...KEPT[1], enabled: false },
    ]);
  });

  it('tells that somebody changed the same input meanwhile, and overrules them only when it is saved once more', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    store().change({ name: 'Studio A' });
    await calls.inputs.replace({ inputs: KEPT.map((input) => ({ ...input, enabled: input.id !== 'studio' })), revision: '1' });
    await store().save(calls, random);
    expect(store().opened).toMatchObject({ draft: { name: 'Studio A' }, faults: { other: expect.stringMatching(/changed this input/) } });
    expect(kept.inputs[0]).toMatchObject({ name: 'Studio', enabled: false });
    await store().save(calls, random);
    expect(store().opened).toBeNull();
    expect(kept.inputs[0]).toMatchObject({ name: 'Studio A', enabled: true });
  });

  it('has the station refuse a change that was made from a list that is there no more', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    const { list } = calls.inputs;
    const overtaken = async () => {
      const read = await list();
      kept.revision += 1;
      return read;
    };
    const late = { inputs: { ...calls.inputs, list: overtaken } } as unknown as StationCalls;
    await store().save(late, random);
    expect(store().opened?.faults.other).toMatch(/Changed in between/);
    expect(kept.inputs).toBe(KEPT);
  });

  it('tells that the input is gone rather than adding it anew', async () => {
    const { calls, kept } = stationWith(null);
    await store().open(calls, 'studio', random);
    kept.inputs = [];
    await store().save(calls, random);
    expect(store().opened?.faults.other).toMatch(/removed/);
    expect(kept.inputs).toEqual([]);
    await store().open(calls, 'studio', random);
    expect(store().opened).toMatchObject({ draft: null, faults: { other: expect.stringMatching(/removed/) } });
  });
});
