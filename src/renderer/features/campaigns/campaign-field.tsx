import type { ReactNode } from 'react';
import type { Campaign } from '../../../shared/contract/index.ts';
import { faultOf } from '../../station-client/index.ts';
import { FaultedField } from '../../ui/faulted-field.tsx';
import { useCampaignStore } from './campaign-store.ts';

interface CampaignFieldProps {
  readonly label: string;
  readonly field: keyof Campaign;
  readonly children: ReactNode;
}

/** A labelled input of a campaign, with what the station holds against it. */
export function CampaignField({ label, field, children }: CampaignFieldProps) {
  const fault = useCampaignStore(({ outcome }) => faultOf(outcome.state === 'refused' ? outcome.refusal : null, field));
  return (
    <FaultedField label={label} fault={fault}>
      {children}
    </FaultedField>
  );
}
