import type { Daypart } from '../../../shared/contract/index.ts';
import { BlockFields } from './block-fields.tsx';
import { ChoiceFields, SimpleOptions, simpleSelectionOf } from './choice-fields.tsx';
import { RuleField } from './rule-field.tsx';

type Selection = Daypart['selection'];

interface SelectionFieldsProps {
  readonly selection: Selection;
  readonly field: string;
  readonly onChange: (selection: Selection) => void;
}

/** How a daypart's programmes are chosen, and by what. */
export function SelectionFields({ selection, field, onChange }: SelectionFieldsProps) {
  const isBlock = selection.type === 'block';
  return (
    <>
      <RuleField label="Programmes" field={`${field}.type`}>
        <select value={selection.type} onChange={({ target }) => onChange(selectionOf(target.value as Selection['type'], selection))}>
          <SimpleOptions />
          <option value="block">A block, part by part</option>
        </select>
      </RuleField>
      {isBlock ? (
        <BlockFields parts={selection.parts} field={`${field}.parts`} onChange={(parts) => onChange({ type: 'block', parts })} />
      ) : (
        <ChoiceFields selection={selection} field={field} onChange={onChange} />
      )}
    </>
  );
}

function selectionOf(type: Selection['type'], before: Selection): Selection {
  const [first] = before.type === 'block' ? before.parts : [before];
  if (type === 'block') return { type, parts: first === undefined ? [] : [first] };
  return simpleSelectionOf(type, first ?? { type: 'title', houseId: '' });
}
