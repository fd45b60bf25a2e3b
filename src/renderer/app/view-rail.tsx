import { CalendarClock, CalendarRange, FilmIcon, History, Keyboard, type LucideIcon, MonitorPlay } from 'lucide-react';
import {
  keyNames,
  type OperatorCommand,
  showAsRun,
  showKeys,
  showLibrary,
  showOnAir,
  showRules,
  showSchedule,
  useCommandDesk,
  type View,
} from '../commands/index.ts';
import { SignOutButton } from '../features/session/index.ts';
import { useStation } from '../station-client/index.ts';
import { StationMark } from '../ui/station-mark.tsx';
import { useKeysOff } from './use-keys-off.ts';
import { useViewStore } from './view-store.ts';
import './view-rail.css';

const VIEWS: readonly { readonly view: View; readonly command: OperatorCommand; readonly Icon: LucideIcon }[] = [
  { view: 'on-air', command: showOnAir, Icon: MonitorPlay },
  { view: 'schedule', command: showSchedule, Icon: CalendarClock },
  { view: 'library', command: showLibrary, Icon: FilmIcon },
  { view: 'rules', command: showRules, Icon: CalendarRange },
  { view: 'as-run', command: showAsRun, Icon: History },
];

/** The views, at the left edge. */
export function ViewRail() {
  const view = useViewStore((state) => state.view);
  const { desktop } = useStation();
  const isKeysOff = useKeysOff();
  return (
    <nav className="view-rail" aria-label="Views">
      <div className="view-rail-mark">
        <StationMark size={30} />
      </div>
      {VIEWS.map((each) => (
        <RailButton key={each.view} command={each.command} Icon={each.Icon} isCurrent={each.view === view} />
      ))}
      <div className="view-rail-end">
        {isKeysOff && <span className="keys-off">KEYS OFF</span>}
        {!desktop && <SignOutButton />}
        <RailButton command={showKeys} Icon={Keyboard} isCurrent={false} />
      </div>
    </nav>
  );
}

interface RailButtonProps {
  readonly command: OperatorCommand;
  readonly Icon: LucideIcon;
  readonly isCurrent: boolean;
}

function RailButton({ command, Icon, isCurrent }: RailButtonProps) {
  const desk = useCommandDesk();
  const keys = command.key ? ` (${keyNames(command.key).join('+')})` : '';
  return (
    <button
      type="button"
      className="rail-button"
      aria-current={isCurrent ? 'page' : undefined}
      title={`${command.label}${keys}`}
      onClick={() => desk.press(command, false)}
    >
      <Icon />
      {command.label}
    </button>
  );
}
