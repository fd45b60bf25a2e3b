import type { Daypart } from '../../../shared/contract/index.ts';
import { BlockFields } from './block-fields.tsx';
import { ChoiceFields, SimpleOptions } from './choice-fields.tsx';
import { LiveFields } from './live-fields.tsx';
import { RuleField } from './rule-field.tsx';
import { type LiveChoice, selectionOf } from './selection-of.ts';
import { useLiveChoices } from './use-live-choices.ts';

type Selection = Daypart['selection'];

interface SelectionFieldsProps {
  readonly selection: Selection;
  readonly field: string;
  readonly onChange: (selection: Selection) => void;
}

/** How a daypart's programmes are chosen, and by what. */
export function SelectionFields({ selection, field, onChange }: SelectionFieldsProps) {
  const inputs = useLiveChoices();
  const choose = (type: Selection['type']) => onChange(selectionOf(type, selection, inputs));
  return (
    <>
      <RuleField label="Programmes" field={`${field}.type`}>
        <select value={selection.type} onChange={({ target }) => choose(target.value as Selection['type'])}>
          <SimpleOptions />
          <option value="block">A block, part by part</option>
          <option value="live">Live input</option>
        </select>
      </RuleField>
      <FieldsOf selection={selection} field={field} onChange={onChange} inputs={inputs} />
    </>
  );
}

function FieldsOf({ selection, field, onChange, inputs }: SelectionFieldsProps & { readonly inputs: readonly LiveChoice[] }) {
  switch (selection.type) {
    case 'block':
      return <BlockFields parts={selection.parts} field={`${field}.parts`} onChange={(parts) => onChange({ type: 'block', parts })} />;
    case 'live':
      return <LiveFields inputId={selection.inputId} inputs={inputs} field={field} onChange={onChange} />;
    default:
      return <ChoiceFields selection={selection} field={field} onChange={onChange} />;
  }
}
