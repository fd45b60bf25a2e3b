import { createContext, useContext } from 'react';
import { useDerivedFromNow } from '../ui/use-now.ts';
import type { CommandDesk } from './command-desk.ts';
import type { OperatorCommand, Verdict } from './operator-command.ts';

const CommandContext = createContext<CommandDesk | null>(null);

/** Gives the command desk to the components below. */
export const CommandProvider = CommandContext.Provider;

/** The console's command desk. @throws Error outside of a `CommandProvider`: a defect. */
export function useCommandDesk(): CommandDesk {
  const desk = useContext(CommandContext);
  if (!desk) throw new Error('A component that gives commands stands outside of their provider');
  return desk;
}

/** Whether a command may act now, kept up to date. */
export function useVerdict(command: OperatorCommand): Verdict {
  const desk = useCommandDesk();
  const told = useDerivedFromNow(() => JSON.stringify(command.guard(desk.situation())), 100);
  return JSON.parse(told) as Verdict;
}
