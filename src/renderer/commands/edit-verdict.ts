import { ALLOWED, refused, type Situation, type Verdict } from './operator-command.ts';

/** Whether the schedule may be changed by whoever is signed in. */
export function canEdit({ mayEditSchedule }: Situation): Verdict {
  return mayEditSchedule ? ALLOWED : refused('Your role may only look at the schedule');
}

/** Whether what is selected in the schedule may be changed. */
export function canEditSelection(situation: Situation): Verdict {
  return situation.selectedItems === 0 ? refused('Select an item first') : canEdit(situation);
}
