import type { Plan } from '../../../shared/contract/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { RuleField } from './rule-field.tsx';
import { useRulesStore } from './rules-store.ts';
import { TimeInput } from './time-input.tsx';
import { WatershedTable } from './watershed-table.tsx';
import './day-section.css';

/** What holds for the channel's whole day: where it is, when the broadcast day starts, the hourly station ID, and the watershed. */
export function DaySection({ plan }: { readonly plan: Plan }) {
  const { change } = useRulesStore();
  return (
    <div className="day-section">
      <Panel title="Broadcast day" note={null} actions={null}>
        <div className="day-fields">
          <RuleField label="Time zone" field="zone">
            <input value={plan.zone} onChange={({ target }) => change({ ...plan, zone: target.value })} />
          </RuleField>
          <RuleField label="Day starts" field="dayStartsAt">
            <TimeInput value={plan.dayStartsAt} onChange={(dayStartsAt) => change({ ...plan, dayStartsAt })} />
          </RuleField>
          <RuleField label="Hourly ID" field="hourlyId">
            <select value={String(plan.hourlyId)} onChange={({ target }) => change({ ...plan, hourlyId: target.value === 'true' })}>
              <option value="true">A station ID at the first seam of each hour</option>
              <option value="false">None</option>
            </select>
          </RuleField>
          <RuleField label="Seed" field="seed">
            <input
              value={plan.seed}
              title="What random picks are drawn with: the same seed, the same picks"
              onChange={({ target }) => change({ ...plan, seed: target.value })}
            />
          </RuleField>
        </div>
      </Panel>
      <WatershedTable plan={plan} />
    </div>
  );
}
