import type { SimpleSelection } from '../../../shared/contract/index.ts';
import { RuleField } from './rule-field.tsx';
import { WordsInput } from './words-input.tsx';

type Filtered = Extract<SimpleSelection, { readonly type: 'random' | 'least-recent' }>;

const NO_FILTER = { genres: [], tags: [], series: [], ratings: [] };
const LISTS = ['genres', 'tags', 'series', 'ratings'] as const;
const LIST_NAMES = { genres: 'Genres', tags: 'Tags', series: 'Series', ratings: 'Ratings' };

/** The ways to choose one programme. */
export function SimpleOptions() {
  return (
    <>
      <option value="least-recent">Least recently aired</option>
      <option value="random">At random</option>
      <option value="series">A series, in order</option>
      <option value="marathon">A marathon of a series</option>
      <option value="title">One title</option>
    </>
  );
}

interface ChoiceFieldsProps {
  readonly selection: SimpleSelection;
  readonly field: string;
  readonly onChange: (selection: SimpleSelection) => void;
}

/** How one part of a block is chosen. */
export function PartFields({ selection, field, onChange }: ChoiceFieldsProps) {
  return (
    <>
      <RuleField label="Programmes" field={`${field}.type`}>
        <select
          value={selection.type}
          onChange={({ target }) => onChange(simpleSelectionOf(target.value as SimpleSelection['type'], selection))}
        >
          <SimpleOptions />
        </select>
      </RuleField>
      <ChoiceFields selection={selection} field={field} onChange={onChange} />
    </>
  );
}

/** By what a programme is chosen: a filter, a series or a title. */
export function ChoiceFields({ selection, field, onChange }: ChoiceFieldsProps) {
  return (
    <>
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

function FilterFields({ selection, field, onChange }: ChoiceFieldsProps & { readonly selection: Filtered }) {
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

/** Another way to choose, with what can be kept of the one before. */
export function simpleSelectionOf(type: SimpleSelection['type'], before: SimpleSelection): SimpleSelection {
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
  }
}
