import { History, Radio } from 'lucide-react';
import { type HTMLAttributes, useMemo, useState } from 'react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, LoadingMessage } from '../../ui/state-message.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useStatusBy } from '../air/index.ts';
import { AS_RUN_COLUMNS, AsRunCells } from './as-run-cells.tsx';
import { AsRunDetails } from './as-run-details.tsx';
import { corrections, EVERY_ROW, filteredRows } from './as-run-filter.ts';
import { AsRunFilters } from './as-run-filters.tsx';
import { useAsRunStore } from './as-run-store.ts';
import { AsRunTools } from './as-run-tools.tsx';
import { AsRunTrouble, NoAsRun } from './as-run-trouble.tsx';
import './as-run-view.css';

/** What did air in the last 24 hours, planned against actual; new rows come in at the top. */
export function AsRunView() {
  const { data, refusal } = useAsRunStore((state) => state.reading);
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  const [filter, setFilter] = useState(EVERY_ROW);
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = useMemo(() => filteredRows(data ?? [], filter), [data, filter]);
  const corrected = useMemo(() => corrections(data ?? []), [data]);
  const row = data?.find(({ seq }) => seq === chosen) ?? null;
  return (
    <div className={row === null ? 'as-run-view' : 'as-run-view as-run-view-chosen'}>
      <Panel title="As-run" note={data && countWords(rows.length, data.length)} actions={<AsRunTools />}>
        <AsRunTrouble />
        {data !== null && data.length > 0 && (
          <div className="as-run-bar">
            <AsRunFilters rows={data} filter={filter} onChange={setFilter} />
            <LiveMark />
          </div>
        )}
        {data !== null && data.length > 0 && rows.length === 0 && <p className="as-run-none">No row of the last 24 hours matches.</p>}
        {data === null && (refusal ? <NoAsRun /> : <LoadingMessage what="the as-run log" />)}
        {data?.length === 0 && (
          <EmptyMessage icon={<History />} title="Nothing has aired yet">
            <p>Each item is written here when it ends, with what was planned and what became of it.</p>
          </EmptyMessage>
        )}
        {rows.length > 0 && (
          <VirtualTable
            label="As-run log"
            gridClass="as-run-grid"
            columns={AS_RUN_COLUMNS}
            rows={rows}
            keyOf={({ seq }) => seq}
            cells={(each) => <AsRunCells row={each} rate={rate} />}
            rowClass={({ seq }) =>
              `as-run-row${seq === chosen ? ' as-run-row-chosen' : ''}${corrected.has(seq) ? ' as-run-row-corrected' : ''}`
            }
            rowProps={({ seq }) => chooseBy(seq === chosen, () => setChosen(seq))}
            shownIndex={null}
            onEndSeen={null}
          />
        )}
      </Panel>
      {row !== null && <AsRunDetails row={row} correction={corrected.get(row.seq) ?? null} rate={rate} onClose={() => setChosen(null)} />}
    </div>
  );
}

function countWords(shown: number, all: number): string {
  const rows = `${all} ${all === 1 ? 'row' : 'rows'}`;
  return shown === all ? `${rows} in the last 24 hours` : `${shown} of ${rows} of the last 24 hours`;
}

function chooseBy(isChosen: boolean, choose: () => void): HTMLAttributes<HTMLTableRowElement> {
  return {
    tabIndex: 0,
    'aria-selected': isChosen,
    onClick: choose,
    onKeyDown: ({ key }) => key === 'Enter' && choose(),
  };
}

function LiveMark() {
  return (
    <span className="as-run-live">
      <Radio />
      Live, latest first
    </span>
  );
}
