import type { Daypart } from '../../../shared/contract/index.ts';
import { RuleField } from './rule-field.tsx';
import { type LiveChoice, liveChoices } from './selection-of.ts';

interface LiveFieldsProps {
  readonly inputId: string;
  readonly inputs: readonly LiveChoice[];
  readonly field: string;
  readonly onChange: (selection: Daypart['selection']) => void;
}

/** Which live input a daypart airs. */
export function LiveFields({ inputId, inputs, field, onChange }: LiveFieldsProps) {
  return (
    <>
      <RuleField label="Live input" field={`${field}.inputId`}>
        <select value={inputId} onChange={({ target }) => onChange({ type: 'live', inputId: target.value })}>
          {liveChoices(inputs, inputId).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </RuleField>
      <p className="hint">It airs from the start of the daypart to its end, without breaks. While nothing comes, filler stands in.</p>
    </>
  );
}
