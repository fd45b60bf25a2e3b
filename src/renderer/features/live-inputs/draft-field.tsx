import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface DraftFieldProps {
  readonly label: string;
  /** How much of the dialog's width it takes. */
  readonly size: 'whole' | 'two-thirds' | 'half' | 'third';
  /** What is held against it; null: nothing. */
  readonly fault: string | null;
  /** What is to be written there; null where the label says enough. */
  readonly hint: string | null;
  /** The input or select, given what ties it to its label and to what is held against it. */
  readonly children: (ties: FieldTies) => ReactNode;
}

type FieldTies = Required<Pick<InputHTMLAttributes<HTMLElement>, 'id' | 'aria-invalid' | 'aria-describedby'>>;

/** A labelled field of the dialog, with what it wants, or what is held against it, beneath. */
export function DraftField({ label, size, fault, hint, children }: DraftFieldProps) {
  const id = useId();
  const [field, note] = [`${id}field`, `${id}note`];
  return (
    <div className={`draft-field draft-field-${size}`}>
      <label htmlFor={field}>{label}</label>
      {children({ id: field, 'aria-invalid': fault !== null, 'aria-describedby': note })}
      {fault === null ? (
        <small id={note}>{hint}</small>
      ) : (
        <em id={note} role="alert">
          {fault}
        </em>
      )}
    </div>
  );
}
