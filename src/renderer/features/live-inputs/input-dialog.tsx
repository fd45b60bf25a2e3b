import { type FormEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Input } from '../../../shared/engine-protocol/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { useDenial } from '../session/index.ts';
import { SwitchControl, TextControl } from './draft-controls.tsx';
import type { InputDraft } from './input-draft.ts';
import { useInputStore } from './input-store.ts';
import { KindFields } from './kind-fields.tsx';
import { pageRandom } from './page-random.ts';
import { PublishAddress } from './publish-fields.tsx';
import { RemoveInput } from './remove-input.tsx';
import './input-dialog.css';

/** Adds a live input, or changes one, while one is opened. Stands outside of the panel that opens it: a drawer that closes leaves it in sight. */
export function InputDialog() {
  const opened = useInputStore((state) => state.opened);
  return opened === null ? null : createPortal(<OpenDialog key={opened.id ?? ''} />, document.body);
}

function OpenDialog() {
  const { opened, close } = useInputStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // The browser gives the focus back only to those who close a dialog, not when it is taken away.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  if (opened === null) return null;
  const { id, draft, faults } = opened;
  const title = id === null ? 'Add a live input' : 'Live input';
  return (
    <dialog ref={dialog} className="input-dialog" aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {draft !== null && <InputForm draft={draft} isNew={id === null} />}
      {faults.other && <p role="alert">{faults.other}</p>}
      {draft === null && (
        <div className="input-dialog-end">
          <Button tone="plain" icon={null} onClick={close}>
            Close
          </Button>
        </div>
      )}
    </dialog>
  );
}

function InputForm({ draft, isNew }: { readonly draft: InputDraft; readonly isNew: boolean }) {
  const { client } = useStation();
  const { save, isBusy, close } = useInputStore();
  const denial = useDenial('admin');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(client.calls, pageRandom);
  };
  return (
    <form onSubmit={submit}>
      {denial !== null && <p role="note">{denial}</p>}
      <fieldset className="draft-fields" disabled={denial !== null}>
        <KindChoice type={draft.type} isFixed={!isNew} />
        <TextControl field="name" label="Name" size="whole" placeholder="Studio A" hint="Its title on air." />
        <KindFields type={draft.type} />
        <TextControl field="stableAfterSeconds" label="Stable after (s)" size="half" placeholder="5" hint="Without trouble for so long." />
        <div className="draft-switches">
          <SwitchControl field="enabled" label="Watch it" />
          <SwitchControl field="takesAirByItself" label="Takes air by itself when stable" />
        </div>
      </fieldset>
      {draft.type === 'rtmp-publish' && <PublishAddress publishKey={draft.key.trim()} />}
      <div className="input-dialog-end">
        {!isNew && denial === null && <RemoveInput name={draft.name} />}
        <Button tone="quiet" icon={null} onClick={close}>
          Cancel
        </Button>
        <button type="submit" className="button button-primary" disabled={denial !== null || isBusy}>
          {isNew ? 'Add' : 'Save'}
        </button>
      </div>
    </form>
  );
}

const KINDS: readonly (readonly [Input['type'], string])[] = [
  ['rtmp-publish', 'RTMP publish'],
  ['srt', 'SRT'],
  ['url', 'URL'],
  ['device', 'Device'],
];

/** Where it comes from. An input stays of its kind: its secrets are of no use to another one. */
function KindChoice({ type, isFixed }: { readonly type: Input['type']; readonly isFixed: boolean }) {
  const change = useInputStore((state) => state.change);
  return (
    <fieldset className="draft-kinds" aria-label="Kind">
      {KINDS.filter(([kind]) => kind === type || !isFixed).map(([kind, name]) => (
        <label key={kind}>
          <input type="radio" name="kind" checked={kind === type} onChange={() => change({ type: kind })} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
