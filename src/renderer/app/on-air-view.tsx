import { useState } from 'react';
import { AsRunTail } from '../features/as-run/index.ts';
import { FirstRunCard } from '../features/first-run/index.ts';
import { AddMediaDialog, ImportQueue, useLibraryStore } from '../features/library/index.ts';
import { ProgrammeMonitor, StreamAddresses } from '../features/monitor/index.ts';
import { RundownPanel } from '../features/rundown/index.ts';
import './on-air-view.css';

/** What is on air and what comes: monitor, rundown, as-run tail. While the library is empty the first steps stand in the rundown's place. */
export function OnAirView() {
  const isEmpty = useLibraryStore((state) => state.isEmpty) === true;
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="on-air-view">
      <div className="on-air-left">
        <ProgrammeMonitor />
        <StreamAddresses />
        <AsRunTail />
      </div>
      {isEmpty ? <FirstRunCard onAddFolder={() => setAdding(true)} /> : <RundownPanel />}
      {isEmpty && <ImportQueue />}
      {isAdding && <AddMediaDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
