import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleChannel } from '../src/main/engine/channel/assemble-channel.ts';
import { StreamLine } from '../src/main/engine/clock/stream-line.ts';
import { EvidenceJournal } from '../src/main/engine/evidence/evidence-journal.ts';
import { enginePaths } from '../src/main/engine/folder/engine-paths.ts';
import { FileChannelMemory } from '../src/main/engine/folder/file-channel-memory.ts';
import { Outputs } from '../src/main/engine/outputs.ts';
import { LivingChildren, NO_INPUTS, NO_PUBLISHERS, silentLog } from '../src/main/engine/testing/engine-parts.ts';
import type { EngineConfig } from '../src/shared/engine-protocol/index.ts';
import { type Frames, frames, parseFrameRate } from '../src/shared/time/index.ts';
import { FreeBlows } from './free-blows.ts';
import { discontinuitiesOf, readJournal } from './read-journal.ts';
import type { Receivers } from './receivers/index.ts';
import { SoakClock } from './soak-clock.ts';
import type { PlannedItem } from './soak-plan.ts';
import type { MemorySample, SoakRun } from './soak-run.ts';
import { TapeSink } from './tape-sink.ts';

/** What is aired as fast as the machine can. */
export interface FreeSoak {
  readonly folder: string;
  readonly config: EngineConfig;
  readonly plan: readonly PlannedItem[];
  readonly start: Frames;
  readonly end: Frames;
  readonly seed: number;
  /** What is done to it on the way: nothing, the engine alone killed, or everything. */
  readonly faults: 'none' | 'engine' | 'all';
  /** Programs that others wrote; they can only follow the real clock. */
  readonly receivers: Receivers;
  readonly tell: (line: string) => void;
}

const TELL_EVERY = 2500;

/** Airs a plan with the engine's own parts, in this process, with a clock that waits for what is not ready. */
export async function runFree({ folder, config, plan, start, end, seed, faults, tell }: Omit<FreeSoak, 'receivers'>): Promise<SoakRun> {
  const begun = performance.now();
  const paths = enginePaths(folder);
  await mkdir(paths.folder, { recursive: true });
  const children = new LivingChildren();
  const memory: MemorySample[] = [];
  const rate = parseFrameRate(config.rate);
  const blows = new FreeBlows({ seed, start, end, rate, children });
  const clock = new SoakClock(rate, start, end, (frame) => {
    if ((frame - start) % 250 === 0) memory.push(memoryNow(performance.now() - begun));
    if ((frame - start) % TELL_EVERY === 0) tell(`frame ${frame - start} of ${end - start}`);
    if (faults === 'all') blows.after(frame, clock);
  });
  const evidence = await EvidenceJournal.open(paths.journal, () => clock.now(), silentLog);
  const line = new StreamLine();
  const outputs = new Outputs({ config, paths, line, epochFrame: start, publishers: NO_PUBLISHERS, children, log: silentLog });
  await outputs.open();
  const tape = new TapeSink(join(folder, 'tape.ts'), line);
  outputs.hub.attach(tape);
  const channelMemory = new FileChannelMemory(paths, silentLog);
  const { channel } = assembleChannel({
    ...{ config, clock, line, epochFrame: start, evidence, memory: channelMemory, children, log: silentLog },
    state: { rundown: { revision: 1, items: plan.map(({ item }) => item), filler: [] }, changedAtSeq: 0, override: null },
    onBytes: (bytes) => outputs.hub.write(bytes),
    onEncoderRestarted: () => outputs.hub.encoderRestarted(),
    watch: { saw: () => undefined },
    sinks: () => outputs.statuses(),
    inputs: NO_INPUTS,
  });
  channel.start(start, null);
  await clock.ended;
  await channel.leaveAir('soak');
  await outputs.close();
  await Promise.all([evidence.settled(), channelMemory.settled()]);
  // A run that is shorter than a segment leaves no playlist.
  const playlist = await readFile(join(paths.hls, 'index.m3u8'), 'utf8').catch(() => '');
  return {
    ...(await readJournal(paths.journal)),
    tapes: tape.tapes,
    memory,
    openProcesses: children.pids.size,
    discontinuityTags: discontinuitiesOf(playlist),
    blows: blows.dealt,
    receivers: [],
    wallSeconds: (performance.now() - begun) / 1000,
  };
}

/** Everything runs in this process; its children are left out. */
function memoryNow(atMs: number): MemorySample {
  const bytes = process.memoryUsage.rss();
  return { atMs, bytes, treeBytes: bytes };
}

/** The frame after the last one of a plan. */
export function endOf(plan: readonly PlannedItem[], start: Frames): Frames {
  const last = plan.at(-1)?.item;
  return last === undefined ? start : frames(last.startFrame + last.durationFrames);
}
