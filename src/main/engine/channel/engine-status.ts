import type { EngineStatus, Lamp, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, formatFrameRate, frames } from '../../../shared/time/index.ts';
import { itemAfter, itemEnd } from '../../domain/playout/index.ts';
import type { ChannelState } from './channel.ts';
import type { ChannelParts } from './channel-parts.ts';
import type { Lateness } from './lateness.ts';
import { ownEnd } from './override-item.ts';
import { shownOverride } from './shown-override.ts';

const WELL: Lamp = { state: 'ok', detail: '' };
/** Lateness that a viewer's buffer still hides, but that says that the machine is short of breath. */
const LATE_MS = 100;
const CLOCK_STEP_MS = 500;

/** The engine's state as consoles get it. `isDiskWell`: journal and rundown can be written. */
export function engineStatus(state: ChannelState, lateness: Lateness, parts: ChannelParts, isDiskWell: boolean): EngineStatus {
  const { clock, format, encoder, evidence, stage } = parts;
  const { rundown, lastFrame } = state;
  const next = itemAfter(rundown, lastFrame);
  const last = rundown.items.at(-1);
  const statistics = lateness.statistics(encoder.restarts);
  const sinks = parts.sinks();
  return {
    at: clock.now(),
    frame: lastFrame,
    mode: state.mode,
    rate: formatFrameRate(format.rate),
    onAir: onAir(state, next),
    next: next === null ? null : { item: next, cue: stage.find(next)?.state ?? 'waiting' },
    override: shownOverride(state.override, rundown, frames(lastFrame + 1)),
    armed: state.armed,
    rundownRevision: rundown.revision,
    rundownEndFrame: last === undefined ? null : frames(itemEnd(last) - 1),
    evidenceSeq: evidence.seq,
    lamps: {
      engine: statistics.maxLateMs > LATE_MS ? { state: 'warning', detail: 'Frames are made late' } : WELL,
      encoder: encoder.lamp,
      outputs: outputsLamp(sinks),
      disk: isDiskWell ? WELL : { state: 'fault', detail: 'The engine can not write its files' },
      clock: Math.abs(clock.stepMs) > CLOCK_STEP_MS ? { state: 'warning', detail: "The computer's clock was set" } : WELL,
    },
    sinks,
    inputs: parts.inputs.statuses(),
    statistics,
    second: null,
    alarms: [],
  };
}

function onAir({ airing, shown, mode, rundown }: ChannelState, next: RundownItem | null): EngineStatus['onAir'] {
  if (airing === null) return null;
  const item = airing.item === null ? null : (rundown.items.find(({ id }) => id === airing.item?.id) ?? airing.item);
  const { startFrame } = airing;
  if (item !== null) return { item, title: item.title, picture: shown, startFrame, endFrame: ownEnd(item) };
  const title = mode !== 'panic' && shown === 'filler' ? 'Filler' : 'Slate';
  return { item, title, picture: shown, startFrame, endFrame: mode === 'panic' ? null : startOf(next) };
}

function startOf(item: RundownItem | null): Frames | null {
  return item?.startFrame ?? null;
}

function outputsLamp(sinks: EngineStatus['sinks']): Lamp {
  const troubled = sinks.filter(({ state }) => state === 'backing-off' || state === 'stopped');
  if (sinks.length === 0) return { state: 'off', detail: 'There is no output' };
  if (troubled.length === 0) return WELL;
  return { state: troubled.length === sinks.length ? 'fault' : 'warning', detail: troubled.map(({ detail }) => detail).join(' ') };
}
