import { disarm } from './disarm.ts';
import { enableAir } from './enable-air.ts';
import { findInLibrary } from './find-in-library.ts';
import type { OperatorCommand } from './operator-command.ts';
import { panicSlate } from './panic-slate.ts';
import { returnToSchedule } from './return-to-schedule.ts';
import { showAsRun } from './show-as-run.ts';
import { showKeys } from './show-keys.ts';
import { showLibrary } from './show-library.ts';
import { showOnAir } from './show-on-air.ts';
import { takeNext } from './take-next.ts';

/** Every command of the console, in the order of the list of keys. */
export const ALL_COMMANDS: readonly OperatorCommand[] = [
  takeNext,
  panicSlate,
  returnToSchedule,
  enableAir,
  disarm,
  showOnAir,
  showLibrary,
  showAsRun,
  findInLibrary,
  showKeys,
];
