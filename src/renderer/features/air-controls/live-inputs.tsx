import { useMemo } from 'react';
import type { InputStatus } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { takeInput } from '../../commands/index.ts';
import { lengthText } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { AddInputButton, InputDialog, InputSettingsButton } from '../live-inputs/index.ts';
import { AirButton } from './air-button.tsx';
import { INPUT_STATE_WORDS, isComing } from './input-state-words.ts';
import { InputThumbnail } from './input-thumbnail.tsx';
import { RunLine } from './run-line.tsx';
import './live-inputs.css';

/** The live inputs as the engine sees them, each to be taken. */
export function LiveInputs() {
  const inputs = useStatusBy((status) => JSON.stringify(status?.inputs ?? []))?.inputs ?? [];
  return (
    <section className="live-inputs" aria-label="Live inputs">
      <header className="live-inputs-head">
        <h2 className="caption">Live</h2>
        <AddInputButton />
      </header>
      {inputs.length === 0 && <p>No live inputs yet: an encoder, a camera, another stream.</p>}
      {inputs.map((input) => (
        <LiveInput key={input.id} input={input} />
      ))}
      <InputDialog />
    </section>
  );
}

function LiveInput({ input }: { readonly input: InputStatus }) {
  const { id, name, state, detail, bitrateKbps, secondsStable } = input;
  const command = useMemo(() => takeInput({ id, name, state }), [id, name, state]);
  return (
    <div className="live-input" data-state={state} data-testid={`input-${id}`}>
      <div className="live-input-head">
        <InputThumbnail id={id} isComing={isComing(input)} />
        <div>
          <b className="ellipsis">{name}</b>
          <span title={detail}>
            {INPUT_STATE_WORDS[state]} · {bitrateKbps} kb/s
          </span>
          <span>{secondsStable > 0 ? `Stable for ${lengthText(milliseconds(secondsStable * 1000))}` : detail}</span>
        </div>
        <InputSettingsButton id={id} name={name} />
      </div>
      <AirButton command={command} look="live" label={`TAKE ${name}`}>
        Hold to air it
      </AirButton>
      <RunLine command={command} name={null} />
    </div>
  );
}
