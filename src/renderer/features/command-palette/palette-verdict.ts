import { keyNames, type OperatorCommand, type Situation, type Verdict, type View } from '../../commands/index.ts';

const VIEW_NAMES: Readonly<Record<View, string>> = {
  'on-air': 'On air',
  schedule: 'Schedule',
  library: 'Library',
  rules: 'Rules',
  'as-run': 'As-run',
};

/** Whether a command may be given from the list of commands now; if not, the reason or how else it is given. */
export function paletteVerdict(command: OperatorCommand, situation: Situation): Verdict {
  if (command.group === 'Air') return { isAllowed: false, reason: otherWay(command), tone: 'plain' };
  if (command.scope !== null && command.scope !== situation.view) {
    return { isAllowed: false, reason: `Only in the view ${VIEW_NAMES[command.scope]}`, tone: 'plain' };
  }
  return command.guard(situation);
}

/** How a command to the air is given: a bare Enter never changes it. */
function otherWay({ key, holdMs }: OperatorCommand): string {
  if (key === null) return 'By its button, in the override panel';
  const names = keyNames(key).join('+');
  return holdMs === null ? `By its button, or ${names}` : `Hold its button, or ${names}, for ${holdMs / 1000} s`;
}
