import { History } from 'lucide-react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type Milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, LoadingMessage } from '../../ui/state-message.tsx';
import { consoleZone, frameLengthText, timeOfDay } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { useAsRunStore } from './as-run-store.ts';
import { AsRunTrouble, NoAsRun } from './as-run-trouble.tsx';
import { reasonWords } from './as-run-words.ts';
import { OutcomeBadge } from './outcome-badge.tsx';
import './as-run-tail.css';

const MOST_SHOWN = 40;

/** The last items that aired, latest first; part of the view On air. */
export function AsRunTail() {
  const { data, refusal } = useAsRunStore((state) => state.reading);
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  return (
    <Panel title="As-run" note="latest first" actions={null}>
      <AsRunTrouble />
      {data === null && (refusal ? <NoAsRun /> : <LoadingMessage what="the as-run log" />)}
      {data?.length === 0 && (
        <EmptyMessage icon={<History />} title="Nothing has aired yet">
          <p>Each item appears here when it ends.</p>
        </EmptyMessage>
      )}
      {data && data.length > 0 && (
        <ol className="as-run-tail" aria-label="As-run tail">
          {data.slice(0, MOST_SHOWN).map((row) => (
            <TailLine key={row.seq} row={row} rate={rate} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function TailLine({ row, rate }: { readonly row: AsRunRow; readonly rate: ReturnType<typeof parseFrameRate> }) {
  const isPlain = row.reason === 'as-planned' && row.heldFrames === 0 && row.slatedFrames === 0;
  return (
    <li className="as-run-tail-line" title={reasonWords(row)}>
      <span>{timeOfDay(Date.parse(row.startsAt) as Milliseconds, consoleZone())}</span>
      <span className="as-run-tail-title ellipsis">
        {row.title}
        {!isPlain && <em>{reasonWords(row)}</em>}
      </span>
      <span>{frameLengthText(row.durationFrames, rate)}</span>
      <span>
        <OutcomeBadge outcome={row.outcome} />
      </span>
    </li>
  );
}
