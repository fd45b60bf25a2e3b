import { History, Radio } from 'lucide-react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, LoadingMessage } from '../../ui/state-message.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useStatusBy } from '../air/index.ts';
import { AS_RUN_COLUMNS, AsRunCells } from './as-run-cells.tsx';
import { useAsRunStore } from './as-run-store.ts';
import { AsRunTools } from './as-run-tools.tsx';
import { AsRunTrouble, NoAsRun } from './as-run-trouble.tsx';
import './as-run-view.css';

/** What did air in the last 24 hours, planned against actual; new rows come in at the top. */
export function AsRunView() {
  const { data, refusal } = useAsRunStore((state) => state.reading);
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  return (
    <div className="as-run-view">
      <Panel title="As-run" note={data ? `${data.length} rows in the last 24 hours` : null} actions={<AsRunActions />}>
        <AsRunTrouble />
        {data === null && (refusal ? <NoAsRun /> : <LoadingMessage what="the as-run log" />)}
        {data?.length === 0 && (
          <EmptyMessage icon={<History />} title="Nothing has aired yet">
            <p>Each item is written here when it ends, with what was planned and what became of it.</p>
          </EmptyMessage>
        )}
        {data && data.length > 0 && (
          <VirtualTable
            label="As-run log"
            gridClass="as-run-grid"
            columns={AS_RUN_COLUMNS}
            rows={data}
            keyOf={(row) => row.seq}
            cells={(row) => <AsRunCells row={row} rate={rate} />}
            rowClass={() => ''}
            rowProps={null}
            shownIndex={null}
            onEndSeen={null}
          />
        )}
      </Panel>
    </div>
  );
}

function AsRunActions() {
  return (
    <>
      <LiveMark />
      <AsRunTools />
    </>
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
