/** Which things of a list are chosen, where a range of them begins, and which one the keys go on from. Lists are of ids, in their order. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins; null while nothing is chosen. */
  readonly anchor: string | null;
  /** Where the keys go on from; null while nothing is chosen. */
  readonly lead: string | null;
}

/** How one is pointed at: by itself, as the end of a range (Shift), or to be added or taken away (Ctrl). */
export type Pointing = 'only' | 'range' | 'toggle';

/** Nothing is chosen. */
export const NOTHING_CHOSEN: Selection = { ids: new Set(), anchor: null, lead: null };

/** The way of pointing that the keys held down mean. */
export function pointingOf(keys: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): Pointing {
  if (keys.shiftKey) return 'range';
  return keys.ctrlKey || keys.metaKey ? 'toggle' : 'only';
}

/** The selection after one of the list was pointed at. */
export function pointed(selection: Selection, id: string, pointing: Pointing, listed: readonly string[]): Selection {
  switch (pointing) {
    case 'only':
      return { ids: new Set([id]), anchor: id, lead: id };
    case 'toggle': {
      const ids = new Set(selection.ids);
      if (!ids.delete(id)) ids.add(id);
      return { ids, anchor: id, lead: id };
    }
    case 'range': {
      const anchor = selection.anchor !== null && listed.includes(selection.anchor) ? selection.anchor : id;
      const [from = 0, to = 0] = [listed.indexOf(anchor), listed.indexOf(id)].toSorted((a, b) => a - b);
      return { ids: new Set(listed.slice(from, to + 1)), anchor, lead: id };
    }
  }
}

/** The selection after an arrow key: `by` places on from the lead, at most to either end of the list. */
export function stepped(selection: Selection, by: number, isRange: boolean, listed: readonly string[]): Selection {
  const from = selection.lead === null ? -1 : listed.indexOf(selection.lead);
  const next = from < 0 ? listed[0] : listed[Math.min(listed.length - 1, Math.max(0, from + by))];
  return next === undefined ? selection : pointed(selection, next, isRange ? 'range' : 'only', listed);
}

/** Everything that is listed, chosen. */
export function allChosen(listed: readonly string[]): Selection {
  return { ids: new Set(listed), anchor: listed[0] ?? null, lead: listed.at(-1) ?? null };
}

/** The selection with what is no longer listed left out. The same object when nothing changes. */
export function stillListed(selection: Selection, listed: readonly string[]): Selection {
  const known = new Set(listed);
  if ([...selection.ids].every((id) => known.has(id))) return selection;
  const kept = (id: string | null) => (id !== null && known.has(id) ? id : null);
  return { ids: new Set([...selection.ids].filter((id) => known.has(id))), anchor: kept(selection.anchor), lead: kept(selection.lead) };
}
