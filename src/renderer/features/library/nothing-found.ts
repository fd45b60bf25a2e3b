import type { LibraryFilter } from './library-store.ts';
import { BIN_SEARCH, SHORTCUTS } from './search-tokens.ts';

/** What a list that shows nothing says: what that means, and what can be done. */
export interface NothingFound {
  readonly title: string;
  readonly advice: string;
}

/** What is told when a filter leaves nothing of a library that holds something. Only words that somebody typed can be too many. */
export function nothingFound({ search, kind }: LibraryFilter): NothingFound {
  const words = search.trim();
  const advice = kind === null ? '' : 'Look at everything to see the other kinds.';
  if (words === BIN_SEARCH) return { title: 'Nothing in the bin', advice: advice || 'What is put into the bin can be restored here.' };
  const shortcut = SHORTCUTS.find((one) => one.search === words);
  if (shortcut !== undefined) return { title: shortcut.nothing, advice };
  if (words === '') return { title: 'Nothing of this kind', advice };
  return { title: 'Nothing matches', advice: kind === null ? 'Try fewer words.' : 'Try fewer words, or all kinds.' };
}
