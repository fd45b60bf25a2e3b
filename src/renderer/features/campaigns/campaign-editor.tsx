import { Save, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Campaign, Plan } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import { type CampaignOutcome, campaignInSight, type Traffic, useCampaignStore } from './campaign-store.ts';
import './campaign-editor.css';

interface CampaignEditorProps {
  readonly traffic: Traffic;
  readonly plan: Plan;
  readonly mayEdit: boolean;
}

/** The campaign in hand. What is changed counts when it is saved, and is planned at once. */
export function CampaignEditor({ traffic, plan, mayEdit }: CampaignEditorProps) {
  const state = useCampaignStore();
  const campaign = campaignInSight(state);
  if (campaign === null) {
    return (
      <Panel title="Campaign" note={null} actions={null}>
        <p className="hint">Select a campaign to see what was sold and what aired, or add one.</p>
      </Panel>
    );
  }
  const isStored = traffic.campaigns.some(({ id }) => id === campaign.id);
  return (
    <Panel
      title="Campaign"
      note={campaign.name}
      actions={isStored && <DeleteButton key={campaign.id} campaign={campaign} mayEdit={mayEdit} />}
    >
      <div className="campaign-editor">
        <CampaignFields campaign={campaign} traffic={traffic} plan={plan} />
      </div>
      <SaveBar outcome={state.outcome} isChanged={state.draft !== null} isStored={isStored} mayEdit={mayEdit} />
    </Panel>
  );
}

function DeleteButton({ campaign, mayEdit }: { readonly campaign: Campaign; readonly mayEdit: boolean }) {
  const { client } = useStation();
  const remove = useCampaignStore((state) => state.remove);
  const [isAsked, ask] = useState(false);
  if (!isAsked) {
    return (
      <Button tone="quiet" icon={<Trash2 />} disabled={!mayEdit} onClick={() => ask(true)}>
        Delete…
      </Button>
    );
  }
  return (
    <>
      <Button tone="quiet" icon={null} autoFocus onClick={() => ask(false)}>
        Keep
      </Button>
      <Button
        tone="plain"
        icon={<Trash2 />}
        title="Its spots leave the schedule from the end of the lock window on"
        onClick={() => void remove(client.calls, campaign.id)}
      >
        Delete for good
      </Button>
    </>
  );
}

interface SaveBarProps {
  readonly outcome: CampaignOutcome;
  readonly isChanged: boolean;
  readonly isStored: boolean;
  readonly mayEdit: boolean;
}

function SaveBar({ outcome, isChanged, isStored, mayEdit }: SaveBarProps) {
  const { client } = useStation();
  const { discard, save } = useCampaignStore();
  const isBusy = outcome.state === 'pending';
  return (
    <footer className="campaign-save">
      <p role="status" aria-label="Campaign" className={`campaign-outcome-${outcome.state}`}>
        {outcomeWords(outcome, isChanged, isStored)}
      </p>
      <Button tone="quiet" icon={<Undo2 />} disabled={!isChanged || isBusy} onClick={discard}>
        Discard
      </Button>
      <Button tone="primary" icon={<Save />} disabled={!isChanged || isBusy || !mayEdit} onClick={() => void save(client.calls)}>
        Save
      </Button>
    </footer>
  );
}

function outcomeWords(outcome: CampaignOutcome, isChanged: boolean, isStored: boolean): string {
  switch (outcome.state) {
    case 'none':
      if (!isStored) return 'New, not saved yet';
      return isChanged ? 'Changed, not saved yet' : '';
    case 'pending':
      return 'Saving, and planning anew…';
    case 'done':
      return outcome.what;
    case 'refused':
      return outcome.refusal.field === null ? `Refused. ${refusalSentence(outcome.refusal)}` : 'Refused: see the field above';
  }
}
