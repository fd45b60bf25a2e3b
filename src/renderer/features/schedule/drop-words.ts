import type { DropMode, DropPayload } from './drop-plan.ts';

/** What a drop does, by the key that is held: Alt overwrites, Ctrl (Command on a Mac) replaces. */
export function dropModeOf({
  altKey,
  ctrlKey,
  metaKey,
}: {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): DropMode {
  if (altKey) return 'overwrite';
  return ctrlKey || metaKey ? 'replace' : 'insert';
}

/** A drop in words, as the change that it makes is told of. */
export function dropWords(payload: DropPayload, mode: DropMode): string {
  const parts = payload.type === 'picked' ? payload.parts : payload.items;
  const what = parts.length === 1 ? `“${parts[0]?.title}”` : `${parts.length} items`;
  const verbs = { insert: payload.type === 'picked' ? 'Insert' : 'Move', overwrite: 'Overwrite with', replace: 'Replace with' };
  return `${verbs[mode]} ${what}`;
}
