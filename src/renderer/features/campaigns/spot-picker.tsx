import { useState } from 'react';
import type { Campaign } from '../../../shared/contract/index.ts';
import { faultOf } from '../../station-client/index.ts';
import { type Traffic, useCampaignStore } from './campaign-store.ts';
import { spotChoices } from './spot-choices.ts';
import './spot-picker.css';

interface SpotPickerProps {
  readonly campaign: Campaign;
  readonly traffic: Traffic;
  readonly onChange: (assetIds: string[]) => void;
}

/** The spots of a campaign, which take turns, and the library's other commercials to choose from. */
export function SpotPicker({ campaign, traffic, onChange }: SpotPickerProps) {
  const [search, setSearch] = useState('');
  const fault = useCampaignStore(({ outcome }) => faultOf(outcome.state === 'refused' ? outcome.refusal : null, 'assetIds'));
  const { assetIds } = campaign;
  const choices = spotChoices(campaign, traffic, search);
  const toggle = (id: string) => onChange(assetIds.includes(id) ? assetIds.filter((each) => each !== id) : [...assetIds, id]);
  return (
    <fieldset className="spot-picker" data-fault={fault !== null}>
      <legend className="caption">{assetIds.length === 1 ? '1 spot' : `${assetIds.length} spots, which take turns`}</legend>
      {fault !== null && (
        <em role="alert" className="rule-fault">
          {assetIds.length === 0 ? 'A campaign has one spot at least' : fault}
        </em>
      )}
      <input
        type="search"
        aria-label="Find spots"
        placeholder="Find spots"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul>
        {choices.map(({ id, spot, takenBy }) => (
          <li key={id}>
            <label title={takenBy === null ? undefined : `Belongs to ${takenBy}`}>
              <input type="checkbox" checked={assetIds.includes(id)} disabled={takenBy !== null} onChange={() => toggle(id)} />
              <span className="ellipsis">{spot?.title ?? 'No longer in the library'}</span>
              <span className="spot-note ellipsis">{takenBy ?? spot?.houseId ?? id}</span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 && (
        <p className="spot-none">
          {traffic.spots.size === 0
            ? 'The library has no spots yet: add some, or give assets the kind Spot there.'
            : 'No commercial has these words.'}
        </p>
      )}
    </fieldset>
  );
}
