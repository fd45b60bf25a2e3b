import type { ReactNode } from 'react';
import { faultOf, useRulesStore } from './rules-store.ts';
import './rule-field.css';

interface RuleFieldProps {
  readonly label: string;
  /** The input's path in the plan, such as `dayparts.2.name`: what the station holds against it stands below it. */
  readonly field: string;
  readonly children: ReactNode;
}

/** A labelled input of the plan, with what the station holds against it. */
export function RuleField({ label, field, children }: RuleFieldProps) {
  const fault = useRulesStore((state) => faultOf(state.outcome, field));
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
