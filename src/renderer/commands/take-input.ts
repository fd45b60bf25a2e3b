import type { InputStatus } from '../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../shared/time/index.ts';
import { ALLOWED, airVerdict, notYet, type OperatorCommand, refused } from './operator-command.ts';

/** Airs a live input over the schedule. Not in the list of keys: there are as many as inputs. */
export function takeInput({ id, name, state }: Pick<InputStatus, 'id' | 'name' | 'state'>): OperatorCommand {
  return {
    ...{ id: `take-input-${id}`, label: `Take ${name}`, key: null, holdMs: milliseconds(800), group: 'Air', scope: null },
    guard: (situation) => {
      const against = airVerdict(situation);
      if (against) return against;
      if (!situation.isAirEnabled) return refused('Air enable is off');
      if (state === 'stable') return ALLOWED;
      return state === 'receiving' ? notYet('Not stable yet') : refused('Nothing comes in');
    },
    perform: async ({ calls }) => {
      const source = { type: 'live', inputId: id } as const;
      return { type: 'at-frame', frame: (await calls.air.breaking({ source, reason: `Live: ${name}`, returnBy: 'rejoin' })).frame };
    },
  };
}
