import { useState } from 'react';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, frames } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { itemName } from '../../ui/item-mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { frameLengthText, frameTimeOfDay } from '../../ui/time-text.ts';
import { framesOfText } from './frames-of-text.ts';
import { selectedItems, useScheduleStore } from './schedule-store.ts';
import { WhyThis } from './why-this.tsx';
import './item-details.css';

/** What the selected item is, how long it airs, and why it stands there. */
export function ItemDetails({ rate, zone }: { readonly rate: FrameRate; readonly zone: string }) {
  const state = useScheduleStore();
  const items = selectedItems(state);
  const [item] = items;
  if (item === undefined || items.length > 1) {
    return (
      <Panel title="Item" note={items.length > 1 ? `${items.length} selected` : null} actions={null}>
        <p className="hint">{items.length > 1 ? totalWords(items, rate) : 'Select an item to see what it is and why it was chosen.'}</p>
      </Panel>
    );
  }
  return (
    <Panel title="Item" note={itemName(item)} actions={null}>
      <div className="item-details">
        <h3>{item.title}</h3>
        <dl>
          <dt>Starts</dt>
          <dd>{frameTimeOfDay(item.startFrame, rate, zone)}</dd>
          <dt>House ID</dt>
          <dd>{item.houseId ?? '–'}</dd>
        </dl>
        <LengthField key={`${item.id} ${item.durationFrames}`} item={item} rate={rate} />
        <WhyThis item={item} />
      </div>
    </Panel>
  );
}

function totalWords(items: readonly PlaylogItem[], rate: FrameRate): string {
  const total = items.reduce((sum, { durationFrames }) => sum + durationFrames, 0);
  return `Together ${frameLengthText(frames(total), rate)}.`;
}

/** The length, typed: the keyboard's way to trim. */
function LengthField({ item, rate }: { readonly item: PlaylogItem; readonly rate: FrameRate }) {
  const { client } = useStation();
  const edit = useScheduleStore((state) => state.edit);
  const [text, setText] = useState(frameLengthText(item.durationFrames, rate));
  const length = framesOfText(text, rate);
  const isOther = length !== null && length > 0 && length !== item.durationFrames;
  const trim = () => {
    if (!isOther) return;
    const what = `Trim “${item.title}” to ${frameLengthText(length, rate)}`;
    void edit(client.calls, what, [{ op: 'trim', itemId: item.id, durationFrames: length }], false);
  };
  return (
    <form
      className="length-field"
      onSubmit={(event) => {
        event.preventDefault();
        trim();
      }}
    >
      <label>
        Length
        <input value={text} aria-invalid={length === null} onChange={({ target }) => setText(target.value)} />
      </label>
      <Button tone="plain" icon={null} disabled={!isOther} onClick={trim}>
        Trim
      </Button>
      {length === null && <span className="length-field-fault">Write it as MM:SS:FF, such as 04:30:00</span>}
    </form>
  );
}
