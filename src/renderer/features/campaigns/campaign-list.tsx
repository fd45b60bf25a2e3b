import { Plus } from 'lucide-react';
import type { Campaign } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FLIGHT_WORDS, flightState, flightWords, playsDue } from './campaign-draft.ts';
import { type Traffic, useCampaignStore } from './campaign-store.ts';
import { QuotaBar } from './quota-bar.tsx';
import './campaign-list.css';

/** The campaigns with their flight and how far they have come. */
export function CampaignList({ traffic, mayEdit }: { readonly traffic: Traffic; readonly mayEdit: boolean }) {
  const add = useCampaignStore((state) => state.add);
  const { campaigns } = traffic;
  const actions = (
    <Button tone="plain" icon={<Plus />} disabled={!mayEdit} onClick={add}>
      Add a campaign
    </Button>
  );
  return (
    <Panel title="Campaigns" note={campaigns.length} actions={actions}>
      {campaigns.length === 0 ? (
        <p className="hint">
          No campaigns. Spots of nobody's campaign take turns in the breaks; a campaign says when, how often and next to whom its own may
          air.
        </p>
      ) : (
        <div className="campaign-table">
          <table aria-label="Campaigns">
            <thead>
              <tr className="caption">
                <th>State</th>
                <th>Campaign</th>
                <th>Flight</th>
                <th>Today</th>
                <th>In all</th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign) => (
                <CampaignRow key={campaign.id} campaign={campaign} traffic={traffic} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function CampaignRow({ campaign, traffic }: { readonly campaign: Campaign; readonly traffic: Traffic }) {
  const { selected, select } = useCampaignStore();
  const progress = traffic.progress.get(campaign.id) ?? null;
  const state = flightState(campaign, progress, traffic.date);
  return (
    <tr aria-selected={selected === campaign.id} onClick={() => select(campaign.id)}>
      <td>
        <span className={`flight-state flight-state-${state}`}>{FLIGHT_WORDS[state]}</span>
      </td>
      <td>
        <button type="button" className="ellipsis" onClick={() => select(campaign.id)}>
          <b>{campaign.name}</b>
          <span>{campaign.advertiser}</span>
        </button>
      </td>
      <td>{flightWords(campaign)}</td>
      <td>
        <QuotaBar aired={progress?.airedToday ?? 0} sold={campaign.playsPerDay} due={null} />
      </td>
      <td>
        <QuotaBar aired={progress?.airedInAll ?? 0} sold={campaign.playsInAll} due={playsDue(campaign, traffic.date)} />
      </td>
    </tr>
  );
}
