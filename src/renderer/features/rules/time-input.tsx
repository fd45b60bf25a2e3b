import { timeOfText } from './week-grid-model.ts';

interface TimeInputProps {
  /** Local, `HH:MM` or `HH:MM:SS`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An input for a time of day in 24 hours, whatever the machine's language writes. It counts when it is left, or with Enter. */
export function TimeInput({ value, onChange }: TimeInputProps) {
  const read = (text: string) => text !== value && onChange(timeOfText(text));
  return (
    <input
      key={value}
      placeholder="HH:MM"
      defaultValue={value}
      onBlur={({ target }) => read(target.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && read(currentTarget.value)}
    />
  );
}
