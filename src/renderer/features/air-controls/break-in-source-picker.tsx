import { useEffect, useState } from 'react';
import type { Asset, BreakInSource } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, refusalWords, useStation } from '../../station-client/index.ts';
import { useStatusBy } from '../air/index.ts';
import { useBreakIn } from './break-in-store.ts';

const TYPES: readonly (readonly [BreakInSource['type'], string])[] = [
  ['clip', 'Clip'],
  ['live', 'Live'],
  ['slate', 'Slate'],
];

/** What breaks in: a clip of the library, a live input, or the slate. */
export function BreakInSourcePicker() {
  const { source, choose } = useBreakIn();
  const [type, setType] = useState<BreakInSource['type'] | null>(source?.type ?? null);
  const pick = (picked: BreakInSource['type']) => {
    setType(picked);
    choose({ source: picked === 'slate' ? { type: 'slate' } : null });
  };
  return (
    <>
      <fieldset className="break-in-types" aria-label="Source">
        {TYPES.map(([each, name]) => (
          <button key={each} type="button" aria-pressed={type === each} onClick={() => pick(each)}>
            {name}
          </button>
        ))}
      </fieldset>
      {type === 'clip' && <ClipChoice />}
      {type === 'live' && <LiveChoice />}
    </>
  );
}

function LiveChoice() {
  const inputs = useStatusBy((status) => JSON.stringify(status?.inputs.map(({ id, name }) => [id, name]) ?? []))?.inputs ?? [];
  const { source, choose } = useBreakIn();
  return (
    <select
      className="break-in-field"
      aria-label="Live input"
      value={source?.type === 'live' ? source.inputId : ''}
      onChange={({ target }) => choose({ source: target.value === '' ? null : { type: 'live', inputId: target.value } })}
    >
      <option value="">{inputs.length === 0 ? 'There is no live input' : 'Choose a live input'}</option>
      {inputs.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A panel this narrow shows few titles: who does not see the one types another word. */
const MOST_LISTED = 20;

function ClipChoice() {
  const { calls } = useStation().client;
  const { source, choose } = useBreakIn();
  const [search, setSearch] = useState('');
  const [clips, setClips] = useState<readonly Asset[]>([]);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  useEffect(() => {
    let isLatest = true;
    const words = search.trim();
    calls.library.listAssets({ limit: MOST_LISTED, ...(words === '' ? {} : { search: words }) }).then(
      ({ items }) => {
        if (!isLatest) return;
        setRefusal(null);
        setClips(items.filter(({ lifecycle }) => lifecycle === 'ready'));
      },
      (error: unknown) => isLatest && setRefusal(refusalOf(error)),
    );
    return () => {
      isLatest = false;
    };
  }, [calls, search]);
  return (
    <>
      <input
        type="search"
        className="break-in-field"
        aria-label="Find a clip"
        placeholder="Find a clip"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <select
        className="break-in-field"
        aria-label="Clip"
        value={source?.type === 'clip' ? source.assetId : ''}
        onChange={({ target }) => choose({ source: target.value === '' ? null : { type: 'clip', assetId: target.value } })}
      >
        <option value="">{refusal ? refusalWords(refusal) : clips.length === 0 ? 'Nothing ready to air matches' : 'Choose a clip'}</option>
        {clips.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}
