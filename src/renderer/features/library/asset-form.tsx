import { type FormEvent, useEffect } from 'react';
import { ASSET_KINDS, type AssetKind, type MarkedAsset } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { kindName } from '../../ui/kind-mark.tsx';
import { type AssetDraft, changesOf, type DraftField, draftOf, isStill } from './asset-draft.ts';
import { useAssetStore } from './asset-store.ts';
import { useDraftStore } from './draft-store.ts';
import { MINUTE_FORM } from './minute-text.ts';
import './asset-form.css';

interface FieldLook {
  readonly field: DraftField;
  readonly label: string;
  readonly size: 'wide' | 'half' | 'third';
}

const STILL_LENGTH: FieldLook = { field: 'durationMs', label: 'Shown for, seconds', size: 'wide' };

const FIELDS: readonly FieldLook[] = [
  { field: 'title', label: 'Title', size: 'wide' },
  { field: 'series', label: 'Series', size: 'wide' },
  { field: 'season', label: 'Season', size: 'third' },
  { field: 'episode', label: 'Episode', size: 'third' },
  { field: 'year', label: 'Year', size: 'third' },
  { field: 'tags', label: 'Tags', size: 'wide' },
  { field: 'genres', label: 'Genres', size: 'half' },
  { field: 'people', label: 'People', size: 'half' },
  { field: 'contentRating', label: 'Rating', size: 'half' },
  { field: 'language', label: 'Language', size: 'half' },
  { field: 'advertiser', label: 'Advertiser', size: 'half' },
  { field: 'category', label: 'Category', size: 'half' },
  { field: 'rightsFrom', label: 'Rights from', size: 'half' },
  { field: 'rightsUntil', label: 'Rights until', size: 'half' },
];

/** How fields of a set form are written. */
const FORMS: Readonly<Partial<Record<DraftField, string>>> = { rightsFrom: MINUTE_FORM, rightsUntil: MINUTE_FORM };

function fieldsOf(asset: MarkedAsset): readonly FieldLook[] {
  return isStill(asset) ? [STILL_LENGTH, ...FIELDS] : FIELDS;
}

/** Everything that people say of an asset. What is typed stays until it is saved or discarded. */
export function AssetForm({ asset }: { readonly asset: MarkedAsset }) {
  const { client } = useStation();
  const { save, saveRefusal, isSaving } = useAssetStore();
  const { edits, type, discard } = useDraftStore();
  useEffect(() => discard, [discard]);
  const draft: AssetDraft = { ...draftOf(asset), ...edits };
  const read = changesOf(asset, draft);
  const isTouched = !read.ok || Object.keys(read.changes).length > 0;
  const faultOf = (field: DraftField) => {
    if (!read.ok) return read.field === field ? read.fault : null;
    return saveRefusal?.field?.split('.')[0] === field ? refusalSentence(saveRefusal) : null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (read.ok && isTouched && (await save(client.calls, read.changes, false))) discard();
  };
  return (
    <form className="asset-form" aria-label="About the asset" onSubmit={(event) => void submit(event)}>
      <label className="field field-wide">
        <span className="caption">Kind</span>
        <select value={asset.kind} onChange={(event) => void save(client.calls, { kind: event.target.value as AssetKind }, false)}>
          {ASSET_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </select>
      </label>
      {fieldsOf(asset).map(({ field, label, size }) => (
        <label key={field} className={`field field-${size}`}>
          <span className="caption">{label}</span>
          <input
            placeholder={FORMS[field]}
            value={draft[field]}
            spellCheck={false}
            aria-invalid={faultOf(field) !== null}
            onChange={(event) => type(field, event.target.value)}
          />
          {faultOf(field) && <em role="alert">{faultOf(field)}</em>}
        </label>
      ))}
      <label className="field field-wide">
        <span className="caption">Notes</span>
        <textarea value={draft.notes} rows={3} onChange={(event) => type('notes', event.target.value)} />
      </label>
      {isTouched && (
        <div className="asset-form-end">
          <button type="submit" className="button button-primary" disabled={!read.ok || isSaving}>
            Save
          </button>
          <Button tone="quiet" icon={null} onClick={discard}>
            Discard
          </Button>
        </div>
      )}
    </form>
  );
}
