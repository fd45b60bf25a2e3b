import type { AirMode } from '../../shared/engine-protocol/index.ts';
import type { Frames, Milliseconds } from '../../shared/time/index.ts';
import type { Freshness } from '../features/air/index.ts';
import type { LibraryDesk } from '../features/library/index.ts';
import type { ScheduleDesk } from '../features/schedule/index.ts';
import type { StationCalls } from '../station-client/index.ts';
import type { BreakInDesk, BreakInStage } from './break-in-desk.ts';
import type { KeyChord } from './key-chord.ts';

/** The views that there are. */
export type View = 'on-air' | 'schedule' | 'library' | 'rules' | 'as-run';

/** All that a command's guard may look at. */
export interface Situation {
  readonly freshness: Freshness;
  readonly mode: AirMode | null;
  /** How far the next item's cue is; `none` when nothing comes next. */
  readonly nextCue: 'none' | 'waiting' | 'opening' | 'cued' | 'failed';
  readonly isAirEnabled: boolean;
  readonly breakIn: BreakInStage;
  /** How far the engine has opened what is armed to break in. */
  readonly armedCue: 'none' | 'waiting' | 'opening' | 'cued' | 'failed';
  /** Whether the person signed in may command the air. */
  readonly mayCommandAir: boolean;
  /** Whether the person signed in may change the schedule. */
  readonly mayEditSchedule: boolean;
  readonly view: View;
  /** Items of the schedule that are selected. */
  readonly selectedItems: number;
  /** Assets that were copied or cut in the schedule and can be pasted. */
  readonly copiedItems: number;
  /** Assets and live inputs that are picked beside the schedule. */
  readonly picked: number;
  /** Assets that are chosen in the library. */
  readonly chosenAssets: number;
}

/** All that a command may act on. */
export interface Desk {
  readonly calls: StationCalls;
  readonly show: (view: View) => void;
  readonly toggleHelp: () => void;
  readonly showCommands: () => void;
  readonly setAirEnabled: (isEnabled: boolean) => void;
  /** The engine's mode, as it last said. */
  readonly airMode: () => AirMode | null;
  readonly breakIn: BreakInDesk;
  readonly focusSearch: () => void;
  readonly schedule: ScheduleDesk;
  readonly library: LibraryDesk;
  /** A command to the air was given: air enable's idle time starts anew. */
  readonly airUsed: () => void;
}

/** Whether a command may act now, and if not, why. `caution`: what is in the way is of the passing kind, shown in amber. */
export type Verdict =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly reason: string; readonly tone: 'plain' | 'caution' };

/** What came of a command: the frame at which the air changed, or nothing to tell. */
export type CommandResult = { readonly type: 'at-frame'; readonly frame: Frames } | { readonly type: 'done' };

/** Something that an operator can do. Buttons, keys and the list of keys share it. */
export interface OperatorCommand {
  readonly id: string;
  readonly label: string;
  readonly key: KeyChord | null;
  /** How long it must be held before it acts; null: it acts at once. */
  readonly holdMs: Milliseconds | null;
  /** In the list of keys. */
  readonly group: 'Air' | 'Views' | 'Schedule' | 'Library' | 'Console';
  /** The one view whose keys have it; null: its key works everywhere. */
  readonly scope: View | null;
  readonly guard: (situation: Situation) => Verdict;
  /** Does it. Rejects when the station refuses. */
  readonly perform: (desk: Desk) => Promise<CommandResult>;
}

export const ALLOWED: Verdict = { isAllowed: true };

/** A verdict against, for good until something else changes. */
export function refused(reason: string): Verdict {
  return { isAllowed: false, reason, tone: 'plain' };
}

/** A verdict against, that will pass by itself in a moment. */
export function notYet(reason: string): Verdict {
  return { isAllowed: false, reason, tone: 'caution' };
}

/** What stands against any command to the air; null when nothing does. */
export function airVerdict(situation: Situation): Verdict | null {
  if (situation.freshness === 'lost') return refused('Engine lost');
  if (situation.freshness === 'unheard') return refused('No word from the engine yet');
  if (!situation.mayCommandAir) return refused('Your role may only watch');
  if (situation.mode === 'off-air') return refused('The channel is off air');
  return null;
}
