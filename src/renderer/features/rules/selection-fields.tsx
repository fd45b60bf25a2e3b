import type { Daypart } from '../../../shared/contract/index.ts';
import { RuleField } from './rule-field.tsx';
import { WordsInput } from './words-input.tsx';

type Selection = Daypart['selection'];
type Filtered = Extract<Selection, { readonly type: 'random' | 'least-recent' }>;

const NO_FILTER = { genres: [], tags: [], series: [], ratings: [] };
const LISTS = ['genres', 'tags', 'series', 'ratings'] as const;
const LIST_NAMES = { genres: 'Genres', tags: 'Tags', series: 'Series', ratings: 'Ratings' };

interface SelectionFieldsProps {
  readonly selection: Selection;
  readonly field: string;
  readonly onChange: (selection: Selection) => void;
}

/** How a daypart's programmes are chosen, and by what. */
export function SelectionFields({ selection, field, onChange }: SelectionFieldsProps) {
  return (
    <>
      <RuleField label="Programmes" field={`${field}.type`}>
        <select value={selection.type} onChange={({ target }) => onChange(selectionOf(target.value as Selection['type'], selection))}>
          <option value="least-recent">Least recently aired</option>
          <option value="random">At random</option>
          <option value="series">A series, in order</option>
          <option value="marathon">A marathon of a series</option>
          <option value="title">One title</option>
          {selection.type === 'block' && <option value="block">A block of {selection.parts.length} parts</option>}
        </select>
      </RuleField>
      {(selection.type === 'least-recent' || selection.type === 'random') && (
        <FilterFields selection={selection} field={field} onChange={onChange} />
      )}
      {(selection.type === 'series' || selection.type === 'marathon') && (
        <RuleField label="Series" field={`${field}.series`}>
          <input value={selection.series} onChange={({ target }) => onChange({ ...selection, series: target.value })} />
        </RuleField>
      )}
      {selection.type === 'title' && (
        <RuleField label="House ID" field={`${field}.houseId`}>
          <input value={selection.houseId} onChange={({ target }) => onChange({ ...selection, houseId: target.value })} />
        </RuleField>
      )}
    </>
  );
}

function FilterFields({ selection, field, onChange }: SelectionFieldsProps & { readonly selection: Filtered }) {
  return (
    <>
      {LISTS.map((list) => (
        <RuleField key={list} label={LIST_NAMES[list]} field={`${field}.filter.${list}`}>
          <WordsInput
            words={selection.filter[list]}
            placeholder="any"
            onChange={(words) => onChange({ ...selection, filter: { ...selection.filter, [list]: words } })}
          />
        </RuleField>
      ))}
      <RuleField label="Cooldown, hours" field={`${field}.cooldownMinutes`}>
        <input
          type="number"
          min={0}
          value={selection.cooldownMinutes / 60}
          onChange={({ target }) => onChange({ ...selection, cooldownMinutes: Math.round(Number(target.value) * 60) })}
        />
      </RuleField>
    </>
  );
}

function selectionOf(type: Selection['type'], before: Selection): Selection {
  const series = 'series' in before ? before.series : '';
  switch (type) {
    case 'title':
      return { type, houseId: '' };
    case 'series':
      return { type, series, memory: 'shared', episodes: null };
    case 'marathon':
      return { type, series };
    case 'least-recent':
    case 'random':
      return { type, filter: 'filter' in before ? before.filter : NO_FILTER, cooldownMinutes: 1440 };
    case 'block':
      return before;
  }
}
