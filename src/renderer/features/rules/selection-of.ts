import type { Daypart } from '../../../shared/contract/index.ts';
import { simpleSelectionOf } from './choice-fields.tsx';

type Selection = Daypart['selection'];

/** A live input that a daypart can name. */
export interface LiveChoice {
  readonly id: string;
  readonly name: string;
}

/** Another way to choose programmes, with what can be kept of the one before. `inputs`: the first one stands until another is chosen. */
export function selectionOf(type: Selection['type'], before: Selection, inputs: readonly LiveChoice[]): Selection {
  if (type === 'live') return { type, inputId: before.type === 'live' ? before.inputId : (inputs[0]?.id ?? '') };
  const simple = before.type === 'live' ? undefined : before.type === 'block' ? before.parts[0] : before;
  if (type === 'block') return { type, parts: simple === undefined ? [] : [simple] };
  return simpleSelectionOf(type, simple ?? { type: 'title', houseId: '' });
}

/** The daypart with another way to choose programmes. A live event waits for nobody: it begins to the frame, unless that is changed afterwards. */
export function withSelection(daypart: Daypart, selection: Selection): Partial<Daypart> {
  const becomesLive = selection.type === 'live' && daypart.selection.type !== 'live';
  return becomesLive ? { selection, start: 'fixed', breaks: null } : { selection };
}

/** What a daypart may be given, with the one that it names, whether the station still has it or not. */
export function liveChoices(inputs: readonly LiveChoice[], inputId: string): readonly LiveChoice[] {
  if (inputs.some(({ id }) => id === inputId)) return inputs;
  const missing = { id: inputId, name: inputId === '' ? 'No live input yet' : `${inputId} (not there)` };
  return [missing, ...inputs];
}
