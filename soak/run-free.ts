import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleChannel } from '../src/main/engine/channel/assemble-channel.ts';
import type { Ticked } from '../src/main/engine/clock/frame-clock.ts';
import { FreeRunningClock } from '../src/main/engine/clock/free-running-clock.ts';
import { StreamLine } from '../src/main/engine/clock/stream-line.ts';
import { EvidenceJournal } from '../src/main/engine/evidence/evidence-journal.ts';
import { enginePaths } from '../src/main/engine/folder/engine-paths.ts';
import { FileChannelMemory } from '../src/main/engine/folder/file-channel-memory.ts';
import { Outputs } from '../src/main/engine/outputs.ts';
import { LivingChildren, NO_INPUTS, NO_PUBLISHERS, silentLog } from '../src/main/engine/testing/engine-parts.ts';
import type { EngineConfig } from '../src/shared/engine-protocol/index.ts';
import { type Frames, frames, parseFrameRate } from '../src/shared/time/index.ts';
import { drawFrom } from './draw-from.ts';
import { discontinuitiesOf, readJournal } from './read-journal.ts';
import type { Receivers } from './receivers/index.ts';
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
  /** Whether decoders and encoders are killed on the way. */
  readonly withKills: boolean;
  /** Programs that others wrote; they can only follow the real clock. */
  readonly receivers: Receivers;
  readonly tell: (line: string) => void;
}

/** Frames between two kills, about. */
const KILL_EVERY = 400;
const TELL_EVERY = 2500;
/** An encoder that dies so late is not replaced any more: what it lost is in no evidence. */
const LAST_KILL_BEFORE_END = 150;

/** A clock that lets others in between two frames, and stops before frame `end`. */
class SoakClock extends FreeRunningClock {
  readonly #end: Frames;
  readonly #after: (frame: Frames) => void;
  readonly ended: Promise<void>;
  #finish: () => void = () => undefined;

  constructor(rate: string, start: Frames, end: Frames, after: (frame: Frames) => void) {
    super(parseFrameRate(rate), start);
    this.#end = end;
    this.#after = after;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  override start(first: Frames, ticked: Ticked): void {
    super.start(first, {
      notReady: (frame) => ticked.notReady(frame),
      tick: (frame, lateMs) => {
        ticked.tick(frame, lateMs);
        this.#after(frame);
        if (frame + 1 < this.#end) return;
        this.stop();
        this.#finish();
      },
    });
  }
}

/** Airs a plan with the engine's own parts, in this process, with a clock that waits for what is not ready. */
export async function runFree({ folder, config, plan, start, end, seed, withKills, tell }: Omit<FreeSoak, 'receivers'>): Promise<SoakRun> {
  const begun = performance.now();
  const paths = enginePaths(folder);
  await mkdir(paths.folder, { recursive: true });
  const children = new LivingChildren();
  const draw = drawFrom(seed + 1);
  const blows: string[] = [];
  const memory: MemorySample[] = [];
  let nextKill = start + KILL_EVERY;
  const clock = new SoakClock(config.rate, start, end, (frame) => {
    if ((frame - start) % 250 === 0) memory.push(memoryNow(performance.now() - begun));
    if ((frame - start) % TELL_EVERY === 0) tell(`frame ${frame - start} of ${end - start}`);
    if (!withKills || frame < nextKill || frame > end - LAST_KILL_BEFORE_END) return;
    nextKill = frame + draw.between(KILL_EVERY / 2, (KILL_EVERY * 3) / 2);
    const name = draw.oneOf(['decoder', 'encoder']);
    const pid = children.named(name)[0];
    if (pid === undefined) return;
    process.kill(pid, 'SIGKILL');
    blows.push(`${name} killed at frame ${frame - start}`);
  });
  const evidence = await EvidenceJournal.open(paths.journal, () => clock.now(), silentLog);
  const line = new StreamLine();
  const outputs = new Outputs({ config, paths, line, epochFrame: start, publishers: NO_PUBLISHERS, children, log: silentLog });
  await outputs.open();
  const tape = new TapeSink(join(folder, 'tape.ts'));
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
    blows,
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
