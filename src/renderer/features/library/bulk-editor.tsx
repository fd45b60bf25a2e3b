import { RotateCcw, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ASSET_KINDS, type AssetChanges, type AssetKind } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { kindName } from '../../ui/kind-mark.tsx';
import { consoleZone } from '../../ui/time-text.ts';
import { labelsOf } from './asset-draft.ts';
import { useBulkStore } from './bulk-store.ts';
import { MINUTE_FORM, minuteOfText } from './minute-text.ts';
import './asset-form.css';

/** Several assets, edited at once: all of them, or none when one can't be edited so. */
export function BulkEditor({ ids }: { readonly ids: readonly string[] }) {
  const { client } = useStation();
  const { run, refusal, changed } = useBulkStore();
  const [texts, setTexts] = useState({ add: '', remove: '', from: '', until: '' });
  const type = (field: keyof typeof texts) => (event: { target: { value: string } }) => setTexts({ ...texts, [field]: event.target.value });
  const tag = async (event: FormEvent) => {
    event.preventDefault();
    const input = { op: 'tag' as const, ids: [...ids], add: [...labelsOf(texts.add)], remove: [...labelsOf(texts.remove)] };
    if (input.add.length + input.remove.length > 0 && (await run(client.calls, input))) setTexts({ ...texts, add: '', remove: '' });
  };
  const change = (changes: AssetChanges) => void run(client.calls, { op: 'change', ids: [...ids], changes });
  return (
    <div className="asset-inspector">
      <form className="asset-form" aria-label="Tags of several" onSubmit={(event) => void tag(event)}>
        <Field label="Add tags" form={undefined} value={texts.add} onChange={type('add')} />
        <Field label="Remove tags" form={undefined} value={texts.remove} onChange={type('remove')} />
        <button type="submit" className="button button-primary field-wide">
          Change tags of {ids.length}
        </button>
      </form>
      <div className="asset-form">
        <label className="field field-wide">
          <span className="caption">Kind</span>
          <select value="" onChange={(event) => event.target.value !== '' && change({ kind: event.target.value as AssetKind })}>
            <option value="">Choose…</option>
            {ASSET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </select>
        </label>
        <RightsFields from={texts.from} until={texts.until} type={type} count={ids.length} onSet={change} />
      </div>
      <div className="asset-standing">
        <div className="asset-standing-actions">
          <Button tone="primary" icon={null} onClick={() => change({ isApproved: true })}>
            Approve for air
          </Button>
          <Button tone="plain" icon={null} onClick={() => change({ isApproved: false })}>
            Withdraw approval
          </Button>
          <Button tone="quiet" icon={<Trash2 />} onClick={() => void run(client.calls, { op: 'bin', ids: [...ids] })}>
            To the bin
          </Button>
          <Button tone="quiet" icon={<RotateCcw />} onClick={() => void run(client.calls, { op: 'restore', ids: [...ids] })}>
            Restore
          </Button>
        </div>
        {refusal && (
          <p className="rail-refusal" role="alert">
            None was changed. {refusalSentence(refusal)}
          </p>
        )}
        {changed !== null && <p role="status">{changed} changed.</p>}
      </div>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  /** How it is written, where it has a set form. */
  readonly form: string | undefined;
  readonly value: string;
  readonly onChange: (event: { target: { value: string } }) => void;
}

function Field({ label, form, value, onChange }: FieldProps) {
  return (
    <label className="field field-half">
      <span className="caption">{label}</span>
      <input value={value} placeholder={form} spellCheck={false} onChange={onChange} />
    </label>
  );
}

interface RightsFieldsProps {
  readonly from: string;
  readonly until: string;
  readonly type: (field: 'from' | 'until') => FieldProps['onChange'];
  readonly count: number;
  readonly onSet: (changes: AssetChanges) => void;
}

/** From when until when several may air; both empty clears what there is. */
function RightsFields({ from, until, type, count, onSet }: RightsFieldsProps) {
  const [rightsFrom, rightsUntil] = [from, until].map(instantOf);
  const isWrong = rightsFrom === undefined || rightsUntil === undefined;
  return (
    <>
      <Field label="Rights from" form={MINUTE_FORM} value={from} onChange={type('from')} />
      <Field label="Rights until" form={MINUTE_FORM} value={until} onChange={type('until')} />
      {isWrong && (
        <p className="rail-refusal field-wide" role="alert">
          Write {MINUTE_FORM}, as in 2026-03-29 18:00.
        </p>
      )}
      <button type="button" className="button field-wide" disabled={isWrong} onClick={() => !isWrong && onSet({ rightsFrom, rightsUntil })}>
        {from === '' && until === '' ? 'Clear' : 'Set'} rights of {count}
      </button>
    </>
  );
}

/** The instant of a field; null when it is empty, undefined when it can't be read. */
function instantOf(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const instant = minuteOfText(text, consoleZone());
  return instant === null ? undefined : new Date(instant).toISOString();
}
