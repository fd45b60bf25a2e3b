import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../src/main/application/ports/log.ts';
import { EngineLink } from '../../src/main/infrastructure/engine-link/engine-link.ts';
import { SystemClock } from '../../src/main/infrastructure/system/system-clock.ts';
import { LINK_PROTOCOL, type Rundown, type RundownItem } from '../../src/shared/engine-protocol/index.ts';
import { decibels, type Frames, firstFrameFrom, frames } from '../../src/shared/time/index.ts';
import { BenchRefused } from '../bench-section.ts';
import type { ProcessEntry } from '../processes/process-entry.ts';
import { CLIP_SECONDS } from './bench-clips.ts';
import { RESTARTS } from './compare-sides.ts';
import type { Side, SidePlan } from './side.ts';

const ENTRY = fileURLToPath(new URL('../../src/main/engine/engine.ts', import.meta.url));
const START_TIMEOUT_MS = 20_000;

/** Starts the engine as main does, and has it play the clips in turn for at least `seconds`. */
export async function startEngineSide({ folder, clips, config, format }: SidePlan, seconds: number): Promise<Side> {
  const clock = new SystemClock();
  const link = new EngineLink(
    { engineFolder: join(folder, 'engine'), dataFolder: folder, entry: ENTRY, config: () => config },
    clock,
    SILENT,
  );
  try {
    await demand(link.start(START_TIMEOUT_MS));
    const { pid } = await demand(link.call('hello', { protocol: LINK_PROTOCOL }));
    // A little ahead, so that the first item is cued before it is due.
    const start = frames(firstFrameFrom(clock.now(), format.rate) + framesIn(2, format));
    await demand(link.call('load', { rundown: rundownOf(clips, start, seconds, format), basedOnSeq: await lastSeq(link) }));
    return {
      pid,
      // Decoders come and go; nothing else does while all is well.
      roles: { of: roleOf, ofEnded: 'decoders' },
      frame: () => statusOf(link).frame,
      disturbances: () => disturbancesOf(link),
      stop: () => link.leaveAir('benchmark done'),
    };
  } catch (error) {
    await link.leaveAir('benchmark failed');
    throw error;
  }
}

/** What a process of the engine does, by its command. */
export function roleOf({ command }: ProcessEntry, isRoot: boolean): string {
  if (isRoot) return 'pump (engine)';
  if (command.includes('-f mpegts pipe:1')) return 'encoder';
  return command.includes('rawvideo pipe:1') ? 'decoders' : 'other';
}

/** The clips in turn from frame `start` on, without a gap, until `seconds` are filled. */
export function rundownOf(clips: readonly string[], start: Frames, seconds: number, { rate }: SidePlan['format']): Rundown {
  const durationFrames = frames(Math.round((CLIP_SECONDS * rate.num) / rate.den));
  const count = Math.ceil(seconds / CLIP_SECONDS) + 1;
  const items = Array.from({ length: count }, (_, index): RundownItem => {
    const path = clips[index % clips.length] ?? '';
    return {
      id: `bench-${index}`,
      startFrame: frames(start + index * durationFrames),
      durationFrames,
      startMode: 'follow',
      kind: 'programme',
      title: `Clip ${index}`,
      houseId: null,
      assetId: null,
      source: { type: 'file', path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) },
    };
  });
  return { revision: 1, items, filler: [] };
}

/** @throws BenchRefused when something else than a clip is on air: the engine then has less to do than it should. */
function disturbancesOf(link: EngineLink): Readonly<Record<string, number>> {
  const { onAir, statistics } = statusOf(link);
  if (onAir?.picture === 'filler' || onAir?.picture === 'slate') throw new BenchRefused(`The engine airs ${onAir.picture}, not the clips.`);
  return { 'frames held': statistics.heldFrames, [RESTARTS]: statistics.encoderRestarts };
}

async function lastSeq(link: EngineLink): Promise<number> {
  return (await demand(link.call('status', {}))).evidenceSeq;
}

function statusOf(link: EngineLink) {
  const heard = link.lastStatus();
  if (!heard || !link.isConnected()) throw new BenchRefused('The engine can not be reached.');
  return heard.status;
}

function framesIn(seconds: number, { rate }: SidePlan['format']): number {
  return Math.round((seconds * rate.num) / rate.den);
}

type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

async function demand<T>(answer: Promise<Answered<T>>): Promise<T> {
  const settled = await answer;
  if (!settled.ok) throw new BenchRefused(settled.message);
  return settled.value;
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
