import { useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { useRailStore } from './rail-store.ts';

/** Asks for the name under which a search is kept. */
export function SaveFilterForm({ search, onDone }: { readonly search: string; readonly onDone: () => void }) {
  const { client } = useStation();
  const run = useRailStore((state) => state.run);
  const [name, setName] = useState('');
  const save = async () => {
    if (name.trim() === '' || (await run(client.calls, () => client.calls.library.saveFilter({ name: name.trim(), search })))) onDone();
  };
  return (
    <form
      className="save-filter"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to type this name
        autoFocus
        aria-label="Name of the search"
        placeholder="Name, then Enter"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
    </form>
  );
}
