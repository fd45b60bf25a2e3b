import { useState } from 'react';
import { type FrameRate, type Frames, msToFrames } from '../../../shared/time/index.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { framesOfText } from './frames-of-text.ts';
import { PickRow } from './pick-row.tsx';
import { LIVE_LENGTH, pickableInput } from './pickable.ts';
import { usePickerStore } from './picker-store.ts';

/** The station's live inputs that are on, above the library, and how long one is to air. Nothing where there are none. */
export function LivePicks({ rate }: { readonly rate: FrameRate }) {
  const status = useStatusBy((status) => JSON.stringify(status?.inputs.map(({ id, name, state }) => [id, name, state === 'off']) ?? []));
  const inputs = status?.inputs.filter(({ state }) => state !== 'off') ?? [];
  const durationFrames = usePickerStore(({ liveFrames }) => liveFrames) ?? msToFrames(LIVE_LENGTH, rate);
  if (inputs.length === 0) return null;
  return (
    <div className="live-picks">
      <LiveLength rate={rate} durationFrames={durationFrames} />
      <div role="listbox" aria-label="Live inputs to insert" aria-multiselectable="true">
        {inputs.map((input) => (
          <PickRow key={input.id} pickable={pickableInput(input, durationFrames)} top={null} rate={rate}>
            <StatusBadge look="live">LIVE</StatusBadge>
          </PickRow>
        ))}
      </div>
    </div>
  );
}

function LiveLength({ rate, durationFrames }: { readonly rate: FrameRate; readonly durationFrames: Frames }) {
  const setLiveFrames = usePickerStore((state) => state.setLiveFrames);
  const [text, setText] = useState(frameLengthText(durationFrames, rate));
  const isLength = (typed: Frames | null) => typed !== null && typed > 0;
  const type = (typed: string) => {
    setText(typed);
    const length = framesOfText(typed, rate);
    if (length !== null && isLength(length)) setLiveFrames(length);
  };
  return (
    <label className="live-length">
      Live inputs air for
      <input
        value={text}
        aria-invalid={!isLength(framesOfText(text, rate))}
        title="MM:SS:FF or H:MM:SS:FF"
        onChange={({ target }) => type(target.value)}
        onBlur={() => setText(frameLengthText(durationFrames, rate))}
      />
    </label>
  );
}
