import type { Campaign, Plan } from '../../../shared/contract/index.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { CampaignField } from './campaign-field.tsx';
import { type Traffic, useCampaignStore } from './campaign-store.ts';
import { PlaysInput } from './plays-input.tsx';
import { SpotPicker } from './spot-picker.tsx';

interface CampaignFieldsProps {
  readonly campaign: Campaign;
  readonly traffic: Traffic;
  readonly plan: Plan;
}

/** All that was agreed about a campaign: who, when, how often, next to whom, and which spots. */
export function CampaignFields({ campaign, traffic, plan }: CampaignFieldsProps) {
  const change = useCampaignStore((state) => state.change);
  const edit = (part: Partial<Campaign>) => change({ ...campaign, ...part });
  return (
    <>
      <CampaignField label="Name" field="name">
        <input value={campaign.name} onChange={({ target }) => edit({ name: target.value })} />
      </CampaignField>
      <CampaignField label="Advertiser" field="advertiser">
        <input value={campaign.advertiser} onChange={({ target }) => edit({ advertiser: target.value })} />
      </CampaignField>
      <CampaignField label="Category" field="category">
        <input
          value={campaign.category ?? ''}
          placeholder="none"
          onChange={({ target }) => edit({ category: target.value === '' ? null : target.value })}
        />
      </CampaignField>
      <CampaignField label="First day" field="from">
        <DayInput label={null} value={campaign.from} onPick={(from) => edit({ from })} />
      </CampaignField>
      <CampaignField label="Last day" field="to">
        <DayInput label={null} value={campaign.to} onPick={(to) => edit({ to })} />
      </CampaignField>
      <div className="campaign-pair">
        <CampaignField label="Plays a day" field="playsPerDay">
          <PlaysInput value={campaign.playsPerDay} onChange={(playsPerDay) => edit({ playsPerDay })} />
        </CampaignField>
        <CampaignField label="Plays in all" field="playsInAll">
          <PlaysInput value={campaign.playsInAll} onChange={(playsInAll) => edit({ playsInAll })} />
        </CampaignField>
      </div>
      <PlacingFields campaign={campaign} edit={edit} />
      <CampaignField label="In a break" field="position">
        <select value={campaign.position} onChange={({ target }) => edit({ position: target.value as Campaign['position'] })}>
          <option value="any">Anywhere</option>
          <option value="first">First</option>
          <option value="last">Last</option>
        </select>
      </CampaignField>
      <DaypartChoice campaign={campaign} plan={plan} edit={edit} />
      <SpotPicker campaign={campaign} traffic={traffic} onChange={(assetIds) => edit({ assetIds })} />
    </>
  );
}

interface EditedProps {
  readonly campaign: Campaign;
  readonly edit: (part: Partial<Campaign>) => void;
}

function PlacingFields({ campaign, edit }: EditedProps) {
  return (
    <div className="campaign-pair">
      <CampaignField label="Priority" field="priority">
        <NumberInput value={campaign.priority} min={0} max={100} onChange={(priority) => edit({ priority })} />
      </CampaignField>
      <CampaignField label="Weight" field="weight">
        <input
          type="number"
          min={0.01}
          max={1000}
          step="any"
          value={campaign.weight}
          title="Its share among campaigns of the same priority"
          onChange={({ target }) => edit({ weight: Number(target.value) })}
        />
      </CampaignField>
      <CampaignField label="Spacing, min" field="spacingMinutes">
        <NumberInput value={campaign.spacingMinutes} min={0} max={1440} onChange={(spacingMinutes) => edit({ spacingMinutes })} />
      </CampaignField>
      <CampaignField label="Rivals, min" field="separationMinutes">
        <NumberInput value={campaign.separationMinutes} min={0} max={1440} onChange={(separationMinutes) => edit({ separationMinutes })} />
      </CampaignField>
    </div>
  );
}

function DaypartChoice({ campaign, plan, edit }: EditedProps & { readonly plan: Plan }) {
  const { dayparts } = campaign;
  const toggle = (id: string) => edit({ dayparts: dayparts.includes(id) ? dayparts.filter((each) => each !== id) : [...dayparts, id] });
  return (
    <fieldset className="campaign-dayparts">
      <legend className="caption">{dayparts.length === 0 ? 'Dayparts: any' : 'Only in these dayparts'}</legend>
      {plan.dayparts.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={dayparts.includes(id)} onClick={() => toggle(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
