import { X } from 'lucide-react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import type { FrameRate } from '../../../shared/time/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { consoleZone, frameTimeOfDay } from '../../ui/time-text.ts';
import { hasRole, useSessionStore } from '../session/index.ts';
import { AmendForm } from './amend-form.tsx';
import { differenceWords } from './difference-words.ts';
import { OutcomeBadge } from './outcome-badge.tsx';

interface AsRunDetailsProps {
  readonly row: AsRunRow;
  /** The row that counts in its place; null: it counts itself. */
  readonly correction: AsRunRow | null;
  readonly rate: FrameRate;
  readonly onClose: () => void;
}

/** One row of the log in words: what was planned, what became of it and why; and the way to put it right. */
export function AsRunDetails({ row, correction, rate, onClose }: AsRunDetailsProps) {
  const mayAmend = useSessionStore(({ session }) => hasRole(session, 'scheduler'));
  const close = (
    <Button tone="quiet" icon={<X />} aria-label="Close the row" onClick={onClose}>
      {''}
    </Button>
  );
  return (
    <Panel title={`Row ${row.seq}`} note={<OutcomeBadge outcome={row.outcome} />} actions={close}>
      <div className="as-run-details">
        <h3>{row.title}</h3>
        <p>{frameTimeOfDay(row.startFrame, rate, consoleZone())}</p>
        <ul aria-label="Against the plan">
          {differenceWords(row, rate).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {row.amends !== undefined && (
          <p>
            Puts row {row.amends} right: {row.note}
          </p>
        )}
        {correction !== null && <p>Row {correction.seq} counts in its place. To put it right once more, choose that one.</p>}
        {correction === null && mayAmend && <AmendForm key={row.seq} row={row} onDone={onClose} />}
        {correction === null && !mayAmend && <p>Your role may only look at the log.</p>}
      </div>
    </Panel>
  );
}
