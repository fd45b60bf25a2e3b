import { type CommandDesk, createCommandDesk, type Situation } from '../commands/index.ts';
import { currentFreshness, useAirStore } from '../features/air/index.ts';
import { enabledFor, openBreakInDesk, stageOf, useAirEnable, useBreakIn } from '../features/air-controls/index.ts';
import { openLibraryDesk, SEARCH_BOX_ID, useLibraryStore } from '../features/library/index.ts';
import { openScheduleDesk, usePickerStore, useScheduleStore } from '../features/schedule/index.ts';
import { hasRole, useSessionStore } from '../features/session/index.ts';
import {
  createDesktopTransport,
  createHttpTransport,
  createSignInToken,
  createStationClient,
  type Station,
} from '../station-client/index.ts';
import { steadyNow } from '../ui/use-now.ts';
import { useViewStore } from './view-store.ts';

/** Opens the way to the station: over a message port in the desktop app, over HTTP in a browser. */
export function openStation(page: Window): Station {
  const token = createSignInToken(page.sessionStorage);
  const desktop = page.perpetua ?? null;
  const transport = desktop ? createDesktopTransport(page, token.read) : createHttpTransport(page.location.origin, token.read);
  return { client: createStationClient(transport), token, desktop };
}

/** The desk that buttons and keys give their commands to. */
export function openCommandDesk(station: Station): CommandDesk {
  const after = (ms: number, act: () => void) => void setTimeout(act, ms);
  const desk = {
    calls: station.client.calls,
    show: useViewStore.getState().show,
    toggleHelp: () => useViewStore.getState().setHelpOpen(!useViewStore.getState().isHelpOpen),
    showCommands: () => useViewStore.getState().setPaletteOpen(true),
    setAirEnabled: (isEnabled: boolean) => useAirEnable.getState().set(isEnabled, steadyNow()),
    airMode: () => useAirStore.getState().air?.status?.mode ?? null,
    breakIn: openBreakInDesk(station.client.calls, steadyNow, after),
    focusSearch: () => requestAnimationFrame(() => document.getElementById(SEARCH_BOX_ID)?.focus()),
    schedule: openScheduleDesk(station.client.calls),
    library: openLibraryDesk(station.client.calls),
    airUsed: () => useAirEnable.getState().use(steadyNow()),
  };
  return createCommandDesk(situation, desk, { now: () => performance.now(), after });
}

function situation(): Situation {
  const status = useAirStore.getState().air?.status ?? null;
  return {
    freshness: currentFreshness(steadyNow()),
    mode: status?.mode ?? null,
    nextCue: status?.next?.cue ?? 'none',
    isAirEnabled: enabledFor(useAirEnable.getState().usedAt, steadyNow()) > 0,
    breakIn: stageOf(useBreakIn.getState(), steadyNow()),
    armedCue: status?.armed?.cue ?? 'none',
    mayCommandAir: hasRole(useSessionStore.getState().session, 'operator'),
    mayEditSchedule: hasRole(useSessionStore.getState().session, 'scheduler'),
    view: useViewStore.getState().view,
    selectedItems: useScheduleStore.getState().selection.ids.size,
    copiedItems: useScheduleStore.getState().copied.length,
    picked: usePickerStore.getState().picked.length,
    chosenAssets: useLibraryStore.getState().selection.ids.size,
  };
}
