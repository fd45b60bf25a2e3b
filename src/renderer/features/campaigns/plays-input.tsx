import { capOfText } from './campaign-draft.ts';

interface PlaysInputProps {
  /** null: no cap. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** An input for a number of plays that may be left open. */
export function PlaysInput({ value, onChange }: PlaysInputProps) {
  return (
    <input type="number" min={1} placeholder="no cap" value={value ?? ''} onChange={({ target }) => onChange(capOfText(target.value))} />
  );
}
