import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { denied, useDenial } from '../session/index.ts';
import { useBulkStore } from './bulk-store.ts';
import { useLibraryStore } from './library-store.ts';
import { useRailStore } from './rail-store.ts';
import { BIN_SEARCH } from './search-tokens.ts';

/** What can be done in the bin, while the bin is shown. */
export function BinTools() {
  const { client } = useStation();
  const { filter, selection, load } = useLibraryStore();
  const restore = useBulkStore((state) => state.run);
  const { run, refusal } = useRailStore();
  const restoreDenial = useDenial('scheduler');
  const emptyDenial = useDenial('admin');
  const [isAsked, setAsked] = useState(false);
  if (filter.search.trim() !== BIN_SEARCH) return null;
  const empty = async () => {
    setAsked(false);
    await run(client.calls, () => client.calls.library.emptyBin({ olderThanDays: 0 }));
    await load(client.calls);
  };
  if (isAsked) {
    return (
      <span className="bin-tools" role="alert">
        Forget everything in the bin that is not planned? Media files stay on disk.
        <Button tone="primary" icon={null} onClick={() => void empty()}>
          Empty the bin
        </Button>
        <Button tone="quiet" icon={null} onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </span>
    );
  }
  return (
    <span className="bin-tools">
      {refusal && <span role="alert">{refusalSentence(refusal)}</span>}
      <Button
        tone="plain"
        icon={<RotateCcw />}
        disabled={selection.ids.size === 0}
        {...denied(restoreDenial)}
        onClick={() => void restore(client.calls, { op: 'restore', ids: [...selection.ids] })}
      >
        {selection.ids.size === 0 ? 'Restore' : `Restore ${selection.ids.size}`}
      </Button>
      <Button tone="quiet" icon={<Trash2 />} {...denied(emptyDenial)} onClick={() => setAsked(true)}>
        Empty the bin…
      </Button>
    </span>
  );
}
