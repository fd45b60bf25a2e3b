import type { Air } from '../../../shared/contract/index.ts';
import type { AirMode, EngineStatus, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames, framesToMs } from '../../../shared/time/index.ts';

/** How urgent the end of the item on air is: amber at 30 s, red at 10 s. */
export type Urgency = 'calm' | 'soon' | 'now';

const SOON_MS = 30_000;
const NOW_MS = 10_000;

/** Frames until the item on air ends; null when nothing has an end. */
export function framesLeft(status: EngineStatus, frame: Frames): Frames | null {
  const end = status.onAir?.endFrame ?? null;
  return end === null ? null : frames(Math.max(0, end - frame));
}

/** How urgent it is that `left` frames are left. */
export function urgencyOf(left: Frames, rate: FrameRate): Urgency {
  const ms = framesToMs(left, rate);
  if (ms <= NOW_MS) return 'now';
  return ms <= SOON_MS ? 'soon' : 'calm';
}

/** How much of the item on air has been seen, 0 to 1; 0 when it has no end. */
export function progressOf(status: EngineStatus, frame: Frames): number {
  const onAir = status.onAir;
  if (!onAir || onAir.endFrame === null) return 0;
  const length = onAir.endFrame - onAir.startFrame;
  return length <= 0 ? 0 : Math.min(1, Math.max(0, (frame - onAir.startFrame) / length));
}

/** The colour of the tally. */
export type TallyTone = 'air' | 'off' | 'armed' | 'live';

/** The big word of the tally, the mode below it, and their colour. */
export interface Tally {
  readonly word: string;
  readonly mode: string;
  readonly tone: TallyTone;
}

const MODE_NAMES: Readonly<Record<AirMode, string>> = {
  'off-air': 'OFF AIR',
  auto: 'AUTO',
  hold: 'HOLD',
  live: 'LIVE',
  breaking: 'BREAKING',
  panic: 'PANIC',
};

/** What the tally shows for a mode of the engine. */
export function tallyOf(mode: AirMode | null): Tally {
  if (mode === null) return { word: 'NO WORD', mode: 'CONNECTING', tone: 'off' };
  if (mode === 'off-air') return { word: 'OFF AIR', mode: 'STOPPED', tone: 'off' };
  const tone = mode === 'auto' ? 'air' : mode === 'live' ? 'live' : mode === 'hold' ? 'armed' : 'air';
  return { word: 'ON AIR', mode: MODE_NAMES[mode], tone };
}

/** The title for people of what is on air. A channel that has only just begun has nothing yet: it is starting, not empty. */
export function onAirTitle(air: Pick<Air, 'status'> | null): string {
  const status = air?.status ?? null;
  if (status === null) return 'Waiting for the engine';
  const { onAir, mode } = status;
  if (!onAir) return mode === 'off-air' ? 'Nothing on air' : 'Starting';
  if (onAir.item) return onAir.item.title;
  return mode === 'panic' ? 'Panic slate' : onAir.title;
}

/** The house ID of an item, or why it has none. */
export function houseIdText(item: RundownItem): string {
  if (item.source.type === 'live') return 'Live input';
  return item.houseId ?? (item.source.type === 'slate' ? 'Made by the station' : 'No house ID');
}

/** Says in words that the viewer sees something else than the item; null when all is as it should be. */
export function standInWords(status: EngineStatus | null): string | null {
  switch (status?.onAir?.picture) {
    case 'held':
      return 'Holding the last picture';
    case 'filler':
      return 'Filler stands in';
    case 'slate':
      return status.mode === 'panic' ? 'Taken by the operator' : 'Slate stands in';
    default:
      return null;
  }
}
