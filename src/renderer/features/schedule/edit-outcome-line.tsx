import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { lengthText } from '../../ui/time-text.ts';
import type { LockView } from './schedule-rows.ts';
import { type EditOutcome, useScheduleStore } from './schedule-store.ts';

/** How the last change went: under way, made, or refused with the reason; what only the soft lock forbids can be done all the same. */
export function EditOutcomeLine({ lock }: { readonly lock: LockView }) {
  const { outcome, forgetOutcome } = useScheduleStore();
  if (outcome.state === 'none') {
    return <p className="edit-outcome edit-outcome-quiet">The next {lengthText(lock.lockWindow)} is locked, but for air controls.</p>;
  }
  return (
    <p className={`edit-outcome edit-outcome-${outcome.state}`} role="status" aria-label="Last change">
      <OutcomeWords outcome={outcome} />
      {outcome.state !== 'pending' && (
        <Button tone="quiet" icon={null} onClick={forgetOutcome}>
          Dismiss
        </Button>
      )}
    </p>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: EditOutcome }) {
  switch (outcome.state) {
    case 'none':
      return null;
    case 'pending':
      return (
        <>
          <LoaderCircle className="state-message-turning" /> {outcome.what}…
        </>
      );
    case 'done':
      return (
        <>
          <Check /> {outcome.what}: done.{outcome.note !== null && ` ${outcome.note}`}
          {outcome.dropped.length > 0 && ` Gave way to a fixed start: ${outcome.dropped.join(', ')}.`}
        </>
      );
    case 'refused':
      return (
        <>
          <TriangleAlert /> {outcome.what}: refused. {refusalSentence(outcome.refusal)}
          <OverrideSoftLock outcome={outcome} />
        </>
      );
  }
}

function OverrideSoftLock({ outcome }: { readonly outcome: Extract<EditOutcome, { readonly state: 'refused' }> }) {
  const { client } = useStation();
  const edit = useScheduleStore((state) => state.edit);
  if (outcome.refusal.code !== 'LOCKED' || outcome.edits.length === 0) return null;
  return (
    <Button tone="plain" icon={null} onClick={() => void edit(client.calls, outcome.what, outcome.edits, true)}>
      Change it all the same
    </Button>
  );
}
