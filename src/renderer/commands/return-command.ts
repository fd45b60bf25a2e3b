import type { ReturnPolicy } from '../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../shared/time/index.ts';
import type { KeyChord } from './key-chord.ts';
import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** A way back to the schedule. Held like the slate it may end, so that no single press changes the air. */
export function returnCommand(policy: ReturnPolicy, id: string, key: KeyChord | null): OperatorCommand {
  return {
    ...{ id, label: `Return: ${policy}`, key, holdMs: milliseconds(500), group: 'Air', scope: null },
    guard: (situation) => {
      const against = airVerdict(situation);
      if (against) return against;
      return situation.mode === 'auto' ? refused('The schedule is on air') : ALLOWED;
    },
    perform: async ({ calls }) => ({ type: 'at-frame', frame: (await calls.air.return({ policy })).frame }),
  };
}
