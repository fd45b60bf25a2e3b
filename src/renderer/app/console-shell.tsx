import type { ReactNode } from 'react';
import { ALL_COMMANDS, useCommandDesk, useCommandKeys, type View } from '../commands/index.ts';
import { AirHeader, LostBar } from '../features/air/index.ts';
import { HeaderPanic, OverrideDrawer } from '../features/air-controls/index.ts';
import { AsRunView } from '../features/as-run/index.ts';
import { CommandPalette } from '../features/command-palette/index.ts';
import { KeysHelp } from '../features/keys-help/index.ts';
import { DropZone, LibraryView } from '../features/library/index.ts';
import { RulesView } from '../features/rules/index.ts';
import { ScheduleView } from '../features/schedule/index.ts';
import { useStationZone } from '../ui/station-zone.ts';
import { OnAirView } from './on-air-view.tsx';
import { ViewBoundary } from './view-boundary.tsx';
import { ViewRail } from './view-rail.tsx';
import { useViewStore } from './view-store.ts';
import './console-shell.css';

/** The frame around every view: rail, header, override panel. */
export function ConsoleShell() {
  // Every time in sight is told in it.
  useStationZone();
  useCommandKeys(ALL_COMMANDS, useCommandDesk());
  const { view, isHelpOpen, isPaletteOpen, setHelpOpen, setPaletteOpen, show } = useViewStore();
  return (
    <div className="console-shell">
      <ViewRail />
      <div className="console-main">
        <ViewBoundary name="The header">
          <AirHeader>
            <HeaderPanic />
          </AirHeader>
        </ViewBoundary>
        <LostBar />
        <div className="console-row">
          <main className="console-view">
            <ViewBoundary key={view} name="This view">
              {viewOf(view)}
            </ViewBoundary>
          </main>
          <ViewBoundary name="The override panel">
            <OverrideDrawer />
          </ViewBoundary>
        </div>
      </div>
      <DropZone onDropped={() => show('library')} />
      {isHelpOpen && <KeysHelp onClose={() => setHelpOpen(false)} />}
      {isPaletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
    </div>
  );
}

function viewOf(view: View): ReactNode {
  switch (view) {
    case 'on-air':
      return <OnAirView />;
    case 'schedule':
      return <ScheduleView />;
    case 'library':
      return <LibraryView />;
    case 'rules':
      return <RulesView />;
    case 'as-run':
      return <AsRunView />;
  }
}
