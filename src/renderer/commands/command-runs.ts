import { create } from 'zustand';
import type { Frames } from '../../shared/time/index.ts';
import { type RefusalCode, refusalOf } from '../station-client/index.ts';
import { type Hold, type HoldEvent, holdAfter, IDLE } from './hold-to-fire.ts';
import type { Desk, OperatorCommand } from './operator-command.ts';

/** How the last run of a command went. `refused` has the station's code, or the guard's reason in words. */
export type CommandRun =
  | { readonly state: 'never' }
  | { readonly state: 'pending' }
  | { readonly state: 'done'; readonly frame: Frames | null }
  | { readonly state: 'refused'; readonly code: RefusalCode };

interface CommandRuns {
  readonly runs: Readonly<Record<string, CommandRun>>;
  readonly holds: Readonly<Record<string, Hold>>;
  /** Performs a command and keeps what came of it; a command that is still under way is not started again. */
  readonly run: (command: OperatorCommand, desk: Desk) => Promise<void>;
  /** Takes an event of a command's hold; answers the hold after it. */
  readonly hold: (command: OperatorCommand, event: HoldEvent) => Hold;
}

const NEVER: CommandRun = { state: 'never' };

/** What became of each command, and which one is being held down. */
export const useCommandRuns = create<CommandRuns>((set, get) => ({
  runs: {},
  holds: {},
  run: async (command, desk) => {
    if (runOf(get(), command).state === 'pending') return;
    const keep = (run: CommandRun) => set(({ runs }) => ({ runs: { ...runs, [command.id]: run } }));
    keep({ state: 'pending' });
    try {
      const result = await command.perform(desk);
      keep({ state: 'done', frame: result.type === 'at-frame' ? result.frame : null });
    } catch (error) {
      keep({ state: 'refused', code: refusalOf(error) });
    }
  },
  hold: (command, event) => {
    const before = holdOf(get(), command);
    if (command.holdMs === null) return before;
    const after = holdAfter(before, event, command.holdMs);
    if (after !== before) set(({ holds }) => ({ holds: { ...holds, [command.id]: after } }));
    return after;
  },
}));

/** How the last run of a command went. */
export function runOf(runs: Pick<CommandRuns, 'runs'>, command: OperatorCommand): CommandRun {
  return runs.runs[command.id] ?? NEVER;
}

/** Where a command's hold stands. */
export function holdOf(runs: Pick<CommandRuns, 'holds'>, command: OperatorCommand): Hold {
  return runs.holds[command.id] ?? IDLE;
}
