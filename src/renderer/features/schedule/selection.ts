import type { PlaylogItem } from '../../../shared/contract/index.ts';

/** What a click or an arrow key does to the selection. */
export type SelectionGesture = 'only' | 'toggle' | 'extend';

/** The gesture that the held keys make of a click: Shift extends, Ctrl (Command on a Mac) adds or takes away. */
export function gestureOf(keys: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): SelectionGesture {
  if (keys.shiftKey) return 'extend';
  return keys.ctrlKey || keys.metaKey ? 'toggle' : 'only';
}

/** What is selected, and where a later extension begins. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly anchor: string | null;
}

/** The selection after a gesture on an item. */
export function selectionAfter(items: readonly PlaylogItem[], before: Selection, id: string, gesture: SelectionGesture): Selection {
  if (gesture === 'toggle') {
    const selected = new Set(before.selected);
    if (!selected.delete(id)) selected.add(id);
    return { selected, anchor: id };
  }
  const anchor = items.findIndex((item) => item.id === before.anchor);
  const here = items.findIndex((item) => item.id === id);
  if (gesture === 'only' || anchor < 0) return { selected: new Set([id]), anchor: id };
  const range = items.slice(Math.min(anchor, here), Math.max(anchor, here) + 1);
  return { selected: new Set(range.map((item) => item.id)), anchor: before.anchor };
}

/** The item that an arrow key leads to: the next one from the selection's end, up (-1) or down (1); the first when nothing is selected. */
export function neighbourOf(items: readonly PlaylogItem[], { selected }: Selection, step: 1 | -1): PlaylogItem | null {
  const places = items.flatMap(({ id }, index) => (selected.has(id) ? [index] : []));
  const from = step === 1 ? places.at(-1) : places[0];
  return (from === undefined ? items[0] : items[Math.min(items.length - 1, Math.max(0, from + step))]) ?? null;
}
