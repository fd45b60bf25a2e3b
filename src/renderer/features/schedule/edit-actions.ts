import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';
import { type InsertSource, sourceOf } from './pickable.ts';

/** A change in words, and the edits that make it; null when there is nothing to change. */
export interface NamedEdits {
  readonly what: string;
  readonly edits: readonly PlaylogEdit[];
}

/** Takes items out; what follows moves up. */
export function removal(items: readonly PlaylogItem[]): NamedEdits {
  return { what: `Remove ${named(items)}`, edits: items.map(({ id }) => ({ op: 'remove', itemId: id })) };
}

/** Moves the selected items, which keep their order, one place up (-1) or down (1) among `all`; null at the end of the line. */
export function nudge(all: readonly PlaylogItem[], items: readonly PlaylogItem[], step: 1 | -1): NamedEdits | null {
  const rest = all.filter((item) => !items.includes(item));
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return null;
  const ahead = rest.findLastIndex(({ startFrame }) => startFrame < first.startFrame);
  const after = step === -1 ? rest[ahead - 1] : rest[ahead + 1];
  if (after === undefined) return null;
  const edits = items.toReversed().map(({ id }): PlaylogEdit => ({ op: 'move', itemId: id, afterItemId: after.id }));
  return { what: `Move ${named(items)} ${step === -1 ? 'earlier' : 'later'}`, edits };
}

/** Puts assets and live inputs behind an item, in their order. */
export function insertion(sources: readonly InsertSource[], after: PlaylogItem, what: string): NamedEdits {
  return { what, edits: sources.toReversed().map((source) => ({ op: 'insert', ...source, afterItemId: after.id })) };
}

/** What items air once more, behind an item. The generated slate is left out. */
export function pasting(items: readonly PlaylogItem[], after: PlaylogItem, verb: 'Paste' | 'Duplicate'): NamedEdits | null {
  const sources = items.flatMap((item) => sourceOf(item) ?? []);
  return sources.length === 0 ? null : insertion(sources, after, `${verb} ${named(items)}`);
}

/** Has items start at their own time, after the one before them, or when the operator says. */
export function startModes(items: readonly PlaylogItem[], startMode: PlaylogItem['startMode']): NamedEdits {
  const words = { fixed: 'Fix the start of', follow: 'Let follow', manual: 'Start by hand' };
  return {
    what: `${words[startMode]} ${named(items)}`,
    edits: items.map(({ id }) => ({ op: 'set-start-mode', itemId: id, startMode })),
  };
}

function named(items: readonly PlaylogItem[]): string {
  return items.length === 1 ? `“${items[0]?.title}”` : `${items.length} items`;
}
