import { FolderPlus, LayoutGrid, List, Star } from 'lucide-react';
import { useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { denied, useDenial } from '../session/index.ts';
import { useLibraryStore } from './library-store.ts';
import { SaveFilterForm } from './save-filter-form.tsx';
import { SearchBox } from './search-box.tsx';
import './library-toolbar.css';

/** The search box with its help, the form of the list, and the way to add media. */
export function LibraryToolbar({ onAdd }: { readonly onAdd: () => void }) {
  const { client } = useStation();
  const { filter, setFilter, searchFault, layout, setLayout } = useLibraryStore();
  const importDenial = useDenial('scheduler');
  const keepDenial = useDenial('operator');
  const [isSaving, setSaving] = useState(false);
  const search = filter.search.trim();
  return (
    <div className="library-toolbar">
      <SearchBox
        search={filter.search}
        fault={searchFault}
        onSearch={(text) => void setFilter(client.calls, { ...useLibraryStore.getState().filter, search: text })}
      />
      {isSaving ? (
        <SaveFilterForm search={search} onDone={() => setSaving(false)} />
      ) : (
        <Button
          tone="quiet"
          icon={<Star />}
          disabled={search === '' || searchFault !== null}
          {...denied(keepDenial)}
          onClick={() => setSaving(true)}
        >
          Keep search…
        </Button>
      )}
      <fieldset className="kind-filter">
        <legend>Layout</legend>
        <button type="button" aria-label="List" title="List" aria-pressed={layout === 'list'} onClick={() => setLayout('list')}>
          <List />
        </button>
        <button type="button" aria-label="Grid" title="Grid" aria-pressed={layout === 'grid'} onClick={() => setLayout('grid')}>
          <LayoutGrid />
        </button>
      </fieldset>
      <Button tone="primary" icon={<FolderPlus />} {...denied(importDenial)} onClick={onAdd}>
        Add media…
      </Button>
    </div>
  );
}
