import { FlaskConical, Save, Undo2 } from 'lucide-react';
import type { Plan } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { type DraftOutcome, useRulesStore } from './rules-store.ts';

/** The plan as a whole: what to start from, and the way from a draft to the plan in force. */
export function PlanBar({ plan, mayEdit }: { readonly plan: Plan; readonly mayEdit: boolean }) {
  const { client } = useStation();
  const { draft, trial, outcome, discard, dryRun, apply } = useRulesStore();
  const isBusy = outcome.state === 'pending';
  return (
    <div className="plan-bar">
      <TemplatePicker plan={plan} />
      <OutcomeLine outcome={outcome} isChanged={draft !== null} />
      <Button tone="quiet" icon={<Undo2 />} disabled={draft === null || isBusy} onClick={discard}>
        Discard
      </Button>
      <Button tone="plain" icon={<FlaskConical />} disabled={isBusy || !mayEdit} onClick={() => void dryRun(client.calls)}>
        Dry run
      </Button>
      <Button
        tone="primary"
        icon={<Save />}
        disabled={draft === null || trial === null || isBusy || !mayEdit}
        title={trial === null ? 'Do a dry run first' : 'Put this plan in force'}
        onClick={() => void apply(client.calls)}
      >
        Apply
      </Button>
    </div>
  );
}

function TemplatePicker({ plan }: { readonly plan: Plan }) {
  const templates = useRulesStore((state) => state.reading.data?.templates ?? []);
  const { change, select } = useRulesStore();
  const start = (id: string) => {
    const template = templates.find((each) => each.id === id);
    if (template === undefined) return;
    change({ ...template.plan, zone: plan.zone });
    select(null);
  };
  return (
    <select aria-label="Start from a ready-made plan" value="" onChange={({ target }) => start(target.value)}>
      <option value="">Start from…</option>
      {templates.map(({ id, name, description }) => (
        <option key={id} value={id} title={description}>
          {name}
        </option>
      ))}
    </select>
  );
}

function OutcomeLine({ outcome, isChanged }: { readonly outcome: DraftOutcome; readonly isChanged: boolean }) {
  return (
    <p className={`plan-outcome plan-outcome-${outcome.state}`} role="status" aria-label="Plan">
      {outcomeWords(outcome, isChanged)}
    </p>
  );
}

function outcomeWords(outcome: DraftOutcome, isChanged: boolean): string {
  switch (outcome.state) {
    case 'none':
      return isChanged ? 'Draft: not in force yet' : 'In force';
    case 'pending':
      return outcome.what === 'dry-run' ? 'Trying the plan…' : 'Applying the plan…';
    case 'applied':
      return 'Applied: the schedule follows it from the end of the lock window on';
    case 'refused':
      return `Refused, the draft is kept. ${outcome.refusal.field === null ? refusalSentence(outcome.refusal) : 'See the marked field.'}`;
  }
}
