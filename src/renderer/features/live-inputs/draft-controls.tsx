import { DraftField } from './draft-field.tsx';
import type { DraftField as FieldName, InputDraft } from './input-draft.ts';
import { useInputStore } from './input-store.ts';

/** The fields that hold text, numbers among them. */
type TextName = { [F in FieldName]: InputDraft[F] extends string ? F : never }[FieldName];
type SwitchName = { [F in FieldName]: InputDraft[F] extends boolean ? F : never }[FieldName];

interface ControlProps<F extends FieldName> {
  readonly field: F;
  readonly label: string;
  readonly size: 'whole' | 'two-thirds' | 'half' | 'third';
}

interface TextControlProps extends ControlProps<TextName> {
  readonly hint: string | null;
  readonly placeholder: string;
}

/** A text of the draft. */
export function TextControl({ field, label, size, hint, placeholder }: TextControlProps) {
  const { value, fault, change } = useDraftField(field);
  return (
    <DraftField label={label} size={size} fault={fault} hint={hint}>
      {(ties) => (
        <input
          {...ties}
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </DraftField>
  );
}

interface ChoiceControlProps extends ControlProps<TextName> {
  readonly choices: readonly (readonly [value: string, name: string])[];
}

/** One of a few values of the draft. */
export function ChoiceControl({ field, label, size, choices }: ChoiceControlProps) {
  const { value, fault, change } = useDraftField(field);
  return (
    <DraftField label={label} size={size} fault={fault} hint={null}>
      {(ties) => (
        <select {...ties} value={value} onChange={({ target }) => change({ [field]: target.value })}>
          {choices.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

/** Something of the draft that is so or not. */
export function SwitchControl({ field, label }: { readonly field: SwitchName; readonly label: string }) {
  const { value, change } = useDraftField(field);
  return (
    <label className="draft-switch">
      <input type="checkbox" checked={value} onChange={({ target }) => change({ [field]: target.checked })} />
      {label}
    </label>
  );
}

function useDraftField<F extends FieldName>(field: F) {
  const { opened, change } = useInputStore();
  if (!opened?.draft) throw new Error('A field stands outside of an open dialog');
  return { value: opened.draft[field], fault: opened.faults[field] ?? null, change };
}
