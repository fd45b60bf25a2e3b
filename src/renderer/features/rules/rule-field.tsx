import type { ReactNode } from 'react';
import { faultOf } from '../../station-client/index.ts';
import { FaultedField } from '../../ui/faulted-field.tsx';
import { useRulesStore } from './rules-store.ts';

interface RuleFieldProps {
  readonly label: string;
  /** The input's path in the plan, such as `dayparts.2.name`: what the station holds against it stands below it. */
  readonly field: string;
  readonly children: ReactNode;
}

/** A labelled input of the plan, with what the station holds against it. */
export function RuleField({ label, field, children }: RuleFieldProps) {
  const fault = useRulesStore(({ outcome }) => faultOf(outcome.state === 'refused' ? outcome.refusal : null, field));
  return (
    <FaultedField label={label} fault={fault}>
      {children}
    </FaultedField>
  );
}
