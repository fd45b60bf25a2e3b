import { create } from 'zustand';
import { type Refusal, refusalIn, refusalSentence, type StationCalls } from '../../station-client/index.ts';
import { type DraftFaults, draftOf, fieldAt, type InputDraft, newDraft, placeOf, readInputs } from './input-draft.ts';
import { newInputId, newKey, type RandomBytes } from './made-names.ts';

/** The input that the dialog shows. */
export interface OpenedInput {
  /** null: a new one. */
  readonly id: string | null;
  /** null: it is still being read, or can't be. */
  readonly draft: InputDraft | null;
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

/** The live input that is being added or changed. The station is sent all of its inputs, read anew just before. */
export const useInputStore = create<InputStore>((set, get) => {
  const holdAgainst = (faults: DraftFaults) => set(({ opened }) => ({ opened: opened && { ...opened, faults }, isBusy: false }));
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
      set({ opened: { id, draft: id === null ? newDraft(key) : null, faults: {} }, isBusy: false });
      if (id === null) return;
      await ask(async () => {
        const found = (await readKept(calls)).find((input) => input.id === id);
        if (get().opened?.id !== id) return;
        set({ opened: { id, draft: found ? draftOf(found, key) : null, faults: found ? {} : GONE }, isBusy: false });
      });
    },
    change: (part) => set(({ opened }) => ({ opened: opened?.draft ? { ...opened, draft: { ...opened.draft, ...part } } : opened })),
    save: (calls, random) =>
      ask(async () => {
        const { opened } = get();
        if (!opened?.draft) return;
        const { draft } = opened;
        const id = opened.id ?? newInputId(draft.name, random);
        const kept = await readKept(calls);
        const place = placeOf(kept, id);
        if (opened.id !== null && place === kept.length) return holdAgainst(GONE);
        const read = readInputs(kept, id, draft);
        if (!read.ok) return holdAgainst(read.faults);
        try {
          await calls.inputs.replace({ inputs: [...read.inputs] });
        } catch (error) {
          return holdAgainst(faultsIn(refusalIn(error), place));
        }
        set({ opened: null, isBusy: false });
      }),
    remove: (calls) =>
      ask(async () => {
        const id = get().opened?.id;
        await calls.inputs.replace({ inputs: (await readKept(calls)).filter((input) => input.id !== id) });
        set({ opened: null, isBusy: false });
      }),
    close: () => set({ opened: null, isBusy: false }),
  };
});

async function readKept({ inputs }: StationCalls) {
  return (await inputs.list()).items.map(({ input }) => input);
}

/** What the station holds against the drafted input's field, such as a secret that it can't put in again; `other` when it is against none. */
function faultsIn(refusal: Refusal, place: number): DraftFaults {
  const { field } = refusal;
  const path = field?.split('.').slice(1) ?? [];
  const sentence = refusalSentence(refusal);
  return { [fieldAt(path, place)]: field === null ? sentence : sentence.replace(`${field}: `, '') };
}
