import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import type { Plan } from '../../../shared/contract/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { broadcastDayAt } from '../../../shared/time/station-calendar.ts';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow, useDerivedFromNow } from '../../ui/use-now.ts';
import { stationNow, useStatusBy } from '../air/index.ts';
import { CampaignsSection } from '../campaigns/index.ts';
import { hasRole, useSessionStore } from '../session/index.ts';
import { BreaksSection } from './breaks-section.tsx';
import { DatedDayparts } from './dated-dayparts.tsx';
import { DaySection } from './day-section.tsx';
import { DaypartEditor } from './daypart-editor.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { PlanBar } from './plan-bar.tsx';
import { planInSight, type RulesSection, useRulesStore } from './rules-store.ts';
import { SectionTabs } from './section-tabs.tsx';
import { WeekGrid } from './week-grid.tsx';
import { daypartOn } from './week-grid-model.ts';
import './rules-view.css';

/** Makes a daypart of the first hour of Monday, to be moved from there: the keyboard's way to draw one. */
function AddDaypart({ plan }: { readonly plan: Plan }) {
  const { change, select } = useRulesStore();
  const add = () => {
    const daypart = daypartOn({ day: 0, from: 0, to: 60 }, plan);
    change({ ...plan, dayparts: [...plan.dayparts, daypart] });
    select(daypart.id);
  };
  return (
    <Button tone="plain" icon={<Plus />} onClick={add}>
      Add a daypart
    </Button>
  );
}

/** The plan: its week, the daypart in hand, and what a change would come to before it counts. */
export function RulesView() {
  const { client } = useStation();
  const state = useRulesStore();
  const mayEdit = useSessionStore(({ session }) => hasRole(session, 'scheduler'));
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  const { refusal, readAt } = state.reading;
  const plan = planInSight(state);
  useEffect(() => void useRulesStore.getState().load(client.calls), [client]);
  if (plan === null && refusal === null) return <LoadingMessage what="the plan" />;
  return (
    <div className="rules-view">
      {refusal !== null && (
        <ErrorBar
          cause={`The plan could not be read. ${refusalWords(refusal)}`}
          age={readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt)}
          onRetry={() => void state.load(client.calls)}
        />
      )}
      {plan !== null && (
        <>
          <div className="rules-bar">
            <SectionTabs />
            {state.section !== 'campaigns' && <PlanBar plan={plan} mayEdit={mayEdit} />}
          </div>
          {state.section === 'campaigns' ? (
            <CampaignsSection plan={plan} mayEdit={mayEdit} />
          ) : (
            <div className="rules-columns">
              <PlanSection plan={plan} section={state.section} />
              <aside className="rules-side">
                {state.section === 'week' && <DaypartEditor plan={plan} />}
                <DryRunPanel rate={rate} zone={state.reading.data?.inForce.zone ?? 'UTC'} />
              </aside>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Which day is today is told by the plan in force: the draft's zone may be half written. */
function WeekOfToday({ plan }: { readonly plan: Plan }) {
  const inForce = useRulesStore(({ reading }) => reading.data?.inForce);
  const today = useDerivedFromNow(() => broadcastDayAt(inForce ?? plan, stationNow()).date, 10_000);
  return <WeekGrid plan={plan} today={today} />;
}

function PlanSection({ plan, section }: { readonly plan: Plan; readonly section: Exclude<RulesSection, 'campaigns'> }) {
  switch (section) {
    case 'week':
      return (
        <Panel
          title="Week"
          note={plan.dayparts.length === 1 ? '1 daypart' : `${plan.dayparts.length} dayparts`}
          actions={<AddDaypart plan={plan} />}
        >
          <WeekOfToday plan={plan} />
          <DatedDayparts plan={plan} />
        </Panel>
      );
    case 'breaks':
      return <BreaksSection plan={plan} />;
    case 'day':
      return <DaySection plan={plan} />;
  }
}
