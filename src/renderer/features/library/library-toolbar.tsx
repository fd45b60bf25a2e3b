import { FolderPlus, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ASSET_KINDS, type AssetKind } from '../../../shared/contract/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { kindName } from '../../ui/kind-mark.tsx';
import { useLibraryStore } from './library-store.ts';
import './library-toolbar.css';

const DEBOUNCE_MS = 200;

/** The id of the search box, for the command that goes there. */
export const SEARCH_BOX_ID = 'library-search';

/** Search box and kind filter, and the way to add media. */
export function LibraryToolbar({ onAdd }: { readonly onAdd: () => void }) {
  const { client } = useStation();
  const { filter, setFilter } = useLibraryStore();
  return (
    <div className="library-toolbar">
      <SearchBox
        search={filter.search}
        onSearch={(search) => void setFilter(client.calls, { ...useLibraryStore.getState().filter, search })}
      />
      <fieldset className="kind-filter">
        <legend>Kind</legend>
        {[null, ...ASSET_KINDS].map((kind) => (
          <KindChoice
            key={kind ?? 'all'}
            kind={kind}
            isChosen={filter.kind === kind}
            onChoose={() => void setFilter(client.calls, { ...filter, kind })}
          />
        ))}
      </fieldset>
      <Button tone="primary" icon={<FolderPlus />} onClick={onAdd}>
        Add media…
      </Button>
    </div>
  );
}

function SearchBox({ search, onSearch }: { readonly search: string; readonly onSearch: (search: string) => void }) {
  const [text, setText] = useState(search);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => onSearch(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return (
    <label className="search-box">
      <Search />
      <input
        id={SEARCH_BOX_ID}
        type="search"
        placeholder="Search title or house ID"
        aria-label="Search the library"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </label>
  );
}

interface KindChoiceProps {
  readonly kind: AssetKind | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function KindChoice({ kind, isChosen, onChoose }: KindChoiceProps) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      {kind === null ? 'All' : kindName(kind)}
    </button>
  );
}
