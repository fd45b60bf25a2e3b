import { ListVideo } from 'lucide-react';
import { useMemo } from 'react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useStatusBy } from '../air/index.ts';
import { WaysToFill } from '../schedule/index.ts';
import { RUNDOWN_COLUMNS, RundownCells } from './rundown-cells.tsx';
import { type RundownRow, rundownKey, rundownRows } from './rundown-rows.ts';
import { reloadRundown, useRundownStore } from './rundown-store.ts';
import './rundown-panel.css';

/** The coming items, from the one on air on. */
export function RundownPanel() {
  const reading = useRundownStore((state) => state.reading);
  const status = useStatusBy(rundownKey);
  const rows = useMemo(() => rundownRows(reading.data ?? [], status), [reading.data, status]);
  const rate = parseFrameRate(status?.rate ?? '25/1');
  const cells = (row: RundownRow) => <RundownCells row={row} rate={rate} />;
  return (
    <Panel title="Rundown" note={rows.length > 0 ? `${rows.length} items, next 3 hours` : null} actions={null}>
      <RundownTrouble />
      {rows.length > 0 ? (
        <VirtualTable
          label="Rundown"
          gridClass="rundown-grid"
          columns={RUNDOWN_COLUMNS}
          rows={rows}
          keyOf={(row) => row.id}
          cells={cells}
          rowClass={(row) => `rundown-line-${row.state}`}
          rowProps={null}
          shownIndex={null}
          onEndSeen={null}
        />
      ) : (
        <RundownWithoutRows isLoading={reading.data === null} />
      )}
    </Panel>
  );
}

function RundownTrouble() {
  const { refusal, readAt } = useRundownStore((state) => state.reading);
  const { client } = useStation();
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return (
    <ErrorBar cause={`The playlog could not be read. ${refusalWords(refusal)}`} age={age} onRetry={() => reloadRundown(client.calls)} />
  );
}

function RundownWithoutRows({ isLoading }: { readonly isLoading: boolean }) {
  const { refusal } = useRundownStore((state) => state.reading);
  if (isLoading && !refusal) return <LoadingMessage what="the rundown" />;
  return (
    <EmptyMessage icon={<ListVideo />} title={refusal ? 'No rundown to show' : 'Nothing scheduled; filler is on air'}>
      <p>Items appear here as soon as the library has something ready to air.</p>
      {!refusal && <WaysToFill>{null}</WaysToFill>}
    </EmptyMessage>
  );
}
