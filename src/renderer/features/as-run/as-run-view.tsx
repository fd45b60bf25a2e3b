import { useVirtualizer } from '@tanstack/react-virtual';
import { History, Radio } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type FrameRate, parseFrameRate } from '../../../shared/time/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, LoadingMessage } from '../../ui/state-message.tsx';
import { useStatusBy } from '../air/index.ts';
import { AsRunLine } from './as-run-line.tsx';
import { useAsRunStore } from './as-run-store.ts';
import { AsRunTrouble } from './as-run-trouble.tsx';
import './as-run-view.css';

const ROW_PX = 28;

const COLUMNS: readonly (readonly [name: string, className: string])[] = [
  ['Outcome', ''],
  ['Day', ''],
  ['Started', ''],
  ['Planned', ''],
  ['Difference', 'as-run-number'],
  ['Length', 'as-run-number'],
  ['Planned', 'as-run-number as-run-wide'],
  ['Title', ''],
  ['House ID', 'as-run-wide'],
  ['Kind', 'as-run-wide'],
  ['Reason', ''],
  ['By', ''],
];

/** What did air in the last 24 hours, planned against actual; new rows come in at the top. */
export function AsRunView() {
  const { data, refusal } = useAsRunStore((state) => state.reading);
  const rateText = useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1';
  const rate = useMemo(() => parseFrameRate(rateText), [rateText]);
  return (
    <div className="as-run-view">
      <Panel title="As-run" note={data ? `${data.length} rows in the last 24 hours` : null} actions={<LiveMark />}>
        <AsRunTrouble />
        {data === null && !refusal && <LoadingMessage what="the as-run log" />}
        {data?.length === 0 && (
          <EmptyMessage icon={<History />} title="Nothing has aired yet">
            <p>Each item is written here when it ends, with what was planned and what became of it.</p>
          </EmptyMessage>
        )}
        {data && data.length > 0 && <AsRunTable rows={data} rate={rate} />}
      </Panel>
    </div>
  );
}

function LiveMark() {
  return (
    <span className="as-run-live">
      <Radio />
      Live, latest first
    </span>
  );
}

function AsRunTable({ rows, rate }: { readonly rows: readonly AsRunRow[]; readonly rate: FrameRate }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8 });
  return (
    <div className="as-run-table" role="table" aria-label="As-run log" aria-rowcount={rows.length}>
      <div className="as-run-grid as-run-head caption" role="row">
        {COLUMNS.map(([name, className], index) => (
          <span key={COLUMNS[index]?.join()} role="columnheader" className={className}>
            {name}
          </span>
        ))}
      </div>
      <div ref={scroller} className="as-run-scroller">
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map((slot) => {
            const row = rows[slot.index];
            return row && <AsRunLine key={row.seq} row={row} rate={rate} top={slot.start} />;
          })}
        </div>
      </div>
    </div>
  );
}
