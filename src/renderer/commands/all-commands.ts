import { addItems } from './add-items.ts';
import { armBreaking } from './arm-breaking.ts';
import { binChosen } from './bin-chosen.ts';
import { breakIn } from './break-in.ts';
import { chooseAll } from './choose-all.ts';
import { copyDay } from './copy-day.ts';
import { copyItems } from './copy-items.ts';
import { cutItems } from './cut-items.ts';
import { disarm } from './disarm.ts';
import { duplicateItems } from './duplicate-items.ts';
import { enableAir } from './enable-air.ts';
import { findInLibrary } from './find-in-library.ts';
import { generateSchedule } from './generate-schedule.ts';
import { holdSchedule } from './hold-schedule.ts';
import { insertPicked } from './insert-picked.ts';
import { markBreak } from './mark-break.ts';
import { markIn } from './mark-in.ts';
import { markOut } from './mark-out.ts';
import { moveEarlier } from './move-earlier.ts';
import { moveLater } from './move-later.ts';
import type { OperatorCommand } from './operator-command.ts';
import { panicSlate } from './panic-slate.ts';
import { pasteItems } from './paste-items.ts';
import { pausePlayer } from './pause-player.ts';
import { playBackward } from './play-backward.ts';
import { playForward } from './play-forward.ts';
import { redoEdit } from './redo-edit.ts';
import { removeItems } from './remove-items.ts';
import { returnByNext } from './return-by-next.ts';
import { returnByResume } from './return-by-resume.ts';
import { returnToSchedule } from './return-to-schedule.ts';
import { saveMarks } from './save-marks.ts';
import { setFixed } from './set-fixed.ts';
import { setFollow } from './set-follow.ts';
import { setManual } from './set-manual.ts';
import { showAsRun } from './show-as-run.ts';
import { showCommands } from './show-commands.ts';
import { showKeys } from './show-keys.ts';
import { showLibrary } from './show-library.ts';
import { showOnAir } from './show-on-air.ts';
import { showRules } from './show-rules.ts';
import { showSchedule } from './show-schedule.ts';
import { skipNext } from './skip-next.ts';
import { stepBack } from './step-back.ts';
import { stepOn } from './step-on.ts';
import { takeNext } from './take-next.ts';
import { undoEdit } from './undo-edit.ts';
import { undoMark } from './undo-mark.ts';
import { zoomIn } from './zoom-in.ts';
import { zoomOut } from './zoom-out.ts';

/** Every command of the console, in the order of the list of keys. */
export const ALL_COMMANDS: readonly OperatorCommand[] = [
  takeNext,
  skipNext,
  holdSchedule,
  armBreaking,
  breakIn,
  panicSlate,
  returnToSchedule,
  returnByResume,
  returnByNext,
  enableAir,
  disarm,
  showOnAir,
  showSchedule,
  showLibrary,
  showRules,
  showAsRun,
  addItems,
  copyDay,
  generateSchedule,
  insertPicked,
  removeItems,
  moveEarlier,
  moveLater,
  cutItems,
  copyItems,
  pasteItems,
  duplicateItems,
  setFixed,
  setFollow,
  setManual,
  undoEdit,
  redoEdit,
  zoomIn,
  zoomOut,
  markIn,
  markOut,
  markBreak,
  undoMark,
  saveMarks,
  playBackward,
  pausePlayer,
  playForward,
  stepBack,
  stepOn,
  chooseAll,
  binChosen,
  findInLibrary,
  showCommands,
  showKeys,
];
