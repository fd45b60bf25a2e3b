import { ALLOWED, refused, type Situation, type Verdict } from './operator-command.ts';

/** Whether there is an asset in the player. */
export function hasPlayer({ chosenAssets }: Situation): Verdict {
  return chosenAssets === 1 ? ALLOWED : refused('Choose one asset first');
}

/** Whether marks may be set in the asset in the player. */
export function canMark(situation: Situation): Verdict {
  return situation.mayEditSchedule ? hasPlayer(situation) : refused('Your role may only look at the library');
}

/** Whether the chosen assets may go to the bin. */
export function canBin({ chosenAssets, mayEditSchedule }: Situation): Verdict {
  if (!mayEditSchedule) return refused('Your role may only look at the library');
  return chosenAssets > 0 ? ALLOWED : refused('Choose an asset first');
}
