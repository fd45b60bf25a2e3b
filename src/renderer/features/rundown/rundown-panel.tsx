import { useVirtualizer } from '@tanstack/react-virtual';
import { ListVideo } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime, useStatusBy } from '../air/index.ts';
import { RundownLine } from './rundown-row.tsx';
import { type RundownRow, rundownKey, rundownRows } from './rundown-rows.ts';
import { useRundownStore } from './rundown-store.ts';
import './rundown-panel.css';

const ROW_PX = 28;

/** The coming items, from the one on air on. */
export function RundownPanel() {
  const reading = useRundownStore((state) => state.reading);
  const status = useStatusBy(rundownKey);
  const rows = useMemo(() => rundownRows(reading.data ?? [], status), [reading.data, status]);
  const rate = parseFrameRate(status?.rate ?? '25/1');
  return (
    <Panel title="Rundown" note={rows.length > 0 ? `${rows.length} items, next 6 hours` : null} actions={null}>
      <RundownTrouble />
      {rows.length > 0 ? <RundownList rows={rows} rate={rate} /> : <RundownWithoutRows isLoading={reading.data === null} />}
    </Panel>
  );
}

/** Reads the playlog anew. */
export function useReloadRundown(): () => void {
  const { client } = useStation();
  const load = useRundownStore((state) => state.load);
  return () => void load(client.calls, engineTime(steadyNow()) ?? Date.now());
}

function RundownTrouble() {
  const { refusal, readAt } = useRundownStore((state) => state.reading);
  const reload = useReloadRundown();
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return <ErrorBar cause={`The playlog could not be read. ${refusalWords(refusal)}`} age={age} onRetry={reload} />;
}

function RundownWithoutRows({ isLoading }: { readonly isLoading: boolean }) {
  const { refusal } = useRundownStore((state) => state.reading);
  if (isLoading && !refusal) return <LoadingMessage what="the rundown" />;
  return (
    <EmptyMessage icon={<ListVideo />} title={refusal ? 'No rundown to show' : 'Nothing scheduled; the slate is on air'}>
      <p>Items appear here as soon as the library has something ready to air.</p>
    </EmptyMessage>
  );
}

function RundownList({ rows, rate }: { readonly rows: readonly RundownRow[]; readonly rate: ReturnType<typeof parseFrameRate> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8 });
  return (
    <div className="rundown" role="table" aria-label="Rundown" aria-rowcount={rows.length}>
      <div className="rundown-grid rundown-head caption" role="row">
        {['Status', 'Start', 'Length', 'Title', 'House ID', 'Kind'].map((name) => (
          <span key={name} role="columnheader" className={name === 'Length' ? 'rundown-length' : undefined}>
            {name}
          </span>
        ))}
      </div>
      <div ref={scroller} className="rundown-scroller">
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map((slot) => {
            const row = rows[slot.index];
            return row && <RundownLine key={row.id} row={row} rate={rate} top={slot.start} />;
          })}
        </div>
      </div>
    </div>
  );
}
