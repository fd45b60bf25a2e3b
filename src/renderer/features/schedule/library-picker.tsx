import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Asset } from '../../../shared/contract/index.ts';
import type { FrameRate } from '../../../shared/time/index.ts';
import { insertPicked, useCommandDesk, useVerdict } from '../../commands/index.ts';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { KindMark } from '../../ui/kind-mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LivePicks } from './live-picks.tsx';
import { PickRow } from './pick-row.tsx';
import { pickableAsset } from './pickable.ts';
import { PICKER_SEARCH_ID, usePickerStore } from './picker-store.ts';
import './library-picker.css';

const ROW_PX = 40;

/** The library and the live inputs beside the schedule: what is picked here is dragged in, or put behind the selection. */
export function LibraryPicker({ rate }: { readonly rate: FrameRate }) {
  const { client } = useStation();
  const { search, reading, find } = usePickerStore();
  useEffect(() => void usePickerStore.getState().find(client.calls, usePickerStore.getState().search), [client]);
  return (
    <Panel title="From the library" note={null} actions={<InsertButton />}>
      <label className="picker-search">
        <Search aria-hidden="true" />
        <input
          id={PICKER_SEARCH_ID}
          type="search"
          placeholder="Title, tag, kind:promo …"
          aria-label="Find in the library"
          value={search}
          onChange={({ target }) => void find(client.calls, target.value)}
        />
      </label>
      {reading.refusal !== null && <p className="hint">The library could not be read. {refusalWords(reading.refusal)}</p>}
      {reading.data?.length === 0 && <p className="hint">Nothing ready to air matches.</p>}
      <LivePicks rate={rate} />
      <PickerList assets={reading.data ?? []} rate={rate} />
    </Panel>
  );
}

function InsertButton() {
  const desk = useCommandDesk();
  const verdict = useVerdict(insertPicked);
  const reason = verdict.isAllowed ? 'Behind the selected item (Ins)' : verdict.reason;
  return (
    <Button tone="plain" icon={<Plus />} title={reason} disabled={!verdict.isAllowed} onClick={() => desk.press(insertPicked, false)}>
      Insert
    </Button>
  );
}

function PickerList({ assets, rate }: { readonly assets: readonly Asset[]; readonly rate: FrameRate }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: assets.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 6 });
  return (
    <div ref={scroller} className="picker-list" role="listbox" aria-label="Assets to insert" aria-multiselectable="true">
      <div style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const asset = assets[index];
          return (
            asset && (
              <PickRow key={asset.id} pickable={pickableAsset(asset, rate)} top={start} rate={rate}>
                <KindMark kind={asset.kind} />
                <span className="ellipsis">{asset.houseId}</span>
              </PickRow>
            )
          );
        })}
      </div>
    </div>
  );
}
