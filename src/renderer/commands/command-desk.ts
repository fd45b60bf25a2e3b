import { milliseconds } from '../../shared/time/index.ts';
import { useCommandRuns } from './command-runs.ts';
import type { Hold } from './hold-to-fire.ts';
import type { Desk, OperatorCommand, Situation } from './operator-command.ts';

/** How buttons and keys set commands going: the guard is asked at every turn, and again when a hold comes to its end. */
export interface CommandDesk {
  readonly situation: () => Situation;
  readonly press: (command: OperatorCommand, isRepeat: boolean) => void;
  readonly release: (command: OperatorCommand) => void;
  /** The window lost the focus: whatever is held is called off. */
  readonly loseFocus: (commands: readonly OperatorCommand[]) => void;
}

/** Timers as the desk needs them. */
export interface DeskTime {
  readonly now: () => number;
  readonly after: (ms: number, act: () => void) => void;
}

/** Joins the guard's view of things and what commands act on. */
export function createCommandDesk(situation: () => Situation, desk: Desk, time: DeskTime): CommandDesk {
  const runs = () => useCommandRuns.getState();
  const isAllowed = (command: OperatorCommand) => command.guard(situation()).isAllowed;
  const now = () => milliseconds(time.now());
  const run = (command: OperatorCommand) => {
    if (command.group === 'Air') desk.airUsed();
    void runs().run(command, desk);
  };
  const endHold = (command: OperatorCommand, begun: Hold) => {
    const before = runs().holds[command.id];
    // A hold that was let go and begun anew has a timer of its own.
    if (before !== begun || runs().hold(command, { type: 'time', at: now() }).state !== 'fired') return;
    if (isAllowed(command)) run(command);
  };
  const press = (command: OperatorCommand, isRepeat: boolean) => {
    if (isRepeat || !isAllowed(command)) return;
    if (command.holdMs === null) return run(command);
    const begun = runs().hold(command, { type: 'press', at: now(), isRepeat });
    // One millisecond of grace: a timer may come a fraction early by the steady clock.
    if (begun.state === 'holding') time.after(command.holdMs + 1, () => endHold(command, begun));
  };
  return {
    situation,
    press,
    release: (command) => void runs().hold(command, { type: 'release' }),
    loseFocus: (commands) => {
      for (const command of commands) runs().hold(command, { type: 'lose-focus' });
    },
  };
}
