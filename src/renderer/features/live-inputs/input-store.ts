import { create } from 'zustand';
import type { Input } from '../../../shared/engine-protocol/index.ts';
import { type Refusal, refusalIn, refusalSentence, type StationCalls } from '../../station-client/index.ts';
import { type DraftFaults, draftOf, fieldAt, type InputDraft, newDraft, placeOf, readInputs } from './input-draft.ts';
import { newInputId, newKey, type RandomBytes } from './made-names.ts';

/** The input that the dialog shows. */
export interface OpenedInput {
  /** null: a new one. */
  readonly id: string | null;
  /** null: it is still being read, or can't be. */
  readonly draft: InputDraft | null;
  /** The input as the draft was made from it, or as it was last seen to differ from that; null: a new one, or it is still being read. */
  readonly seen: Input | null;
  readonly faults: DraftFaults;
}

interface InputStore {
  /** null: the dialog is closed. */
  readonly opened: OpenedInput | null;
  /** Whether the station is being asked to change its inputs. */
  readonly isBusy: boolean;
  /** Opens the dialog on an input, or on a new one. */
  readonly open: (calls: StationCalls, id: string | null, random: RandomBytes) => Promise<void>;
  readonly change: (part: Partial<InputDraft>) => void;
  /** Has the station take the input as it is drafted, and closes; or tells what is held against which field. */
  readonly save: (calls: StationCalls, random: RandomBytes) => Promise<void>;
  readonly remove: (calls: StationCalls) => Promise<void>;
  readonly close: () => void;
}

const GONE: DraftFaults = { other: 'Somebody removed this input meanwhile.' };
const CHANGED: DraftFaults = {
  other: 'Somebody changed this input meanwhile. Close it and look again, or save once more to overrule them.',
};

/**
 * The live input that is being added or changed. The station is sent all of its inputs, read anew just before: what others did to the other inputs stays, what they did to this one is
 * told. If they change any between that look and this change, the station refuses.
 */
export const useInputStore = create<InputStore>((set, get) => {
  const holdAgainst = (faults: DraftFaults, seen = get().opened?.seen ?? null) =>
    set(({ opened }) => ({ opened: opened && { ...opened, faults, seen }, isBusy: false }));
  const ask = async (work: () => Promise<void>) => {
    if (get().isBusy) return;
    set({ isBusy: true });
    try {
      await work();
    } catch (error) {
      holdAgainst({ other: refusalSentence(refusalIn(error)) });
    }
  };
  return {
    opened: null,
    isBusy: false,
    open: async (calls, id, random) => {
      const key = newKey(random);
      set({ opened: { id, draft: id === null ? newDraft(key) : null, seen: null, faults: {} }, isBusy: false });
      if (id === null) return;
      await ask(async () => {
        const found = (await readKept(calls)).inputs.find((input) => input.id === id) ?? null;
        if (get().opened?.id !== id) return;
        set({ opened: { id, draft: found && draftOf(found, key), seen: found, faults: found ? {} : GONE }, isBusy: false });
      });
    },
    change: (part) => set(({ opened }) => ({ opened: opened?.draft ? { ...opened, draft: { ...opened.draft, ...part } } : opened })),
    save: (calls, random) =>
      ask(async () => {
        const { opened } = get();
        if (!opened?.draft) return;
        const { draft } = opened;
        const id = opened.id ?? newInputId(draft.name, random);
        const { inputs: kept, revision } = await readKept(calls);
        const place = placeOf(kept, id);
        const overtaken = overtakenBy(opened, kept[place]);
        if (overtaken !== null) return holdAgainst(overtaken, kept[place]);
        const read = readInputs(kept, id, draft);
        if (!read.ok) return holdAgainst(read.faults);
        try {
          await calls.inputs.replace({ inputs: [...read.inputs], revision });
        } catch (error) {
          return holdAgainst(faultsIn(refusalIn(error), place));
        }
        set({ opened: null, isBusy: false });
      }),
    remove: (calls) =>
      ask(async () => {
        const id = get().opened?.id;
        const { inputs, revision } = await readKept(calls);
        await calls.inputs.replace({ inputs: inputs.filter((input) => input.id !== id), revision });
        set({ opened: null, isBusy: false });
      }),
    close: () => set({ opened: null, isBusy: false }),
  };
});

async function readKept({ inputs }: StationCalls) {
  const { items, revision } = await inputs.list();
  return { inputs: items.map(({ input }) => input), revision };
}

/** What others did to the opened input since it was seen; null: nothing. */
function overtakenBy({ id, seen }: OpenedInput, now: Input | undefined): DraftFaults | null {
  if (id === null) return null;
  if (now === undefined) return GONE;
  return JSON.stringify(seen) === JSON.stringify(now) ? null : CHANGED;
}

/** What the station holds against the drafted input's field, such as a secret that it can't put in again; `other` when it is against none. */
function faultsIn(refusal: Refusal, place: number): DraftFaults {
  const { field } = refusal;
  const path = field?.split('.').slice(1) ?? [];
  const sentence = refusalSentence(refusal);
  return { [fieldAt(path, place)]: field === null ? sentence : sentence.replace(`${field}: `, '') };
}
