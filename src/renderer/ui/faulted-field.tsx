import type { ReactNode } from 'react';
import './faulted-field.css';

interface FaultedFieldProps {
  readonly label: string;
  /** What the station holds against the input; null: nothing. */
  readonly fault: string | null;
  readonly children: ReactNode;
}

/** A labelled input, with what the station holds against it below. */
export function FaultedField({ label, fault, children }: FaultedFieldProps) {
  return (
    <div className="rule-field-and-fault">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the input is among the children */}
      <label className="rule-field" data-fault={fault !== null}>
        <span>{label}</span>
        {children}
      </label>
      {fault !== null && (
        <em role="alert" className="rule-fault">
          {fault}
        </em>
      )}
    </div>
  );
}
