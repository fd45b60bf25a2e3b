import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { enginePaths } from '../src/main/engine/folder/engine-paths.ts';
import { isProcessAlive } from '../src/main/engine/folder/process-identity.ts';
import { LinkClient } from '../src/main/engine/testing/link-client.ts';
import { LINK_PROTOCOL, outputsSchema } from '../src/shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frameOnAirAt, frames, milliseconds, parseFrameRate } from '../src/shared/time/index.ts';
import { type Blow, dealBlow } from './deal-blow.ts';
import { drawFrom } from './draw-from.ts';
import { discontinuitiesOf, readJournal } from './read-journal.ts';
import type { FreeSoak } from './run-free.ts';
import type { MemorySample, SoakRun, Tape } from './soak-run.ts';

const ENTRY = fileURLToPath(new URL('../src/main/engine/engine.ts', import.meta.url));
const RECORDER = { id: 'tape', name: 'Tape', type: 'recorder', segmentMinutes: 1, keepDays: null, leastFreeGigabytes: 0 };
/** To a port where nobody listens: a datagram is sent all the same. */
const PUSH = { id: 'hall', name: 'Hall', type: 'udp', url: 'udp://127.0.0.1:9' };
const LOOK_MS = 1000;
const START_TIMEOUT_MS = 20_000;
/** Seconds between two blows, and before the end without any. */
const BLOW_EVERY = [12, 25] as const;
const BLOWS: readonly Blow[] = ['decoder killed', 'decoder stopped', 'decoder slowed', 'encoder killed', 'push killed', 'engine killed'];

/** An engine process and the link to it. */
interface Engine {
  readonly child: ChildProcess;
  readonly link: LinkClient;
  readonly memory: MemorySample[];
}

/** Airs a plan with the engine as it is installed: a process of its own, paced by the real clock, recording what it airs. */
export async function runPaced({ folder, config, plan, end, seed, faults, receivers, tell }: FreeSoak): Promise<SoakRun> {
  const begun = performance.now();
  const paths = enginePaths(folder);
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.config, JSON.stringify({ ...config, outputs: [...outputsSchema.parse([RECORDER, PUSH]), ...receivers.outputs] }));
  const rate = parseFrameRate(config.rate);
  const draw = drawFrom(seed + 1);
  const blows: string[] = [];
  const engines = [await startEngine(folder)];
  let engine = engines[0] as Engine;
  try {
    await engine.link.call('load', { rundown: { revision: 1, items: plan.map(({ item }) => item), filler: [] }, basedOnSeq: 0 });
    const { addresses } = await engine.link.call('hello', { protocol: LINK_PROTOCOL });
    await untilServed(addresses.hls);
    await receivers.watch(addresses);
    let nextBlow = performance.now() + draw.between(...BLOW_EVERY) * 1000;
    for (let frame = frames(0); frame < end; ) {
      await pause(LOOK_MS);
      engine.memory.push(await memoryOf(engine.child.pid ?? 0, paths.children, performance.now() - begun));
      frame = (await engine.link.call('status', {})).frame;
      if (faults === 'none' || performance.now() < nextBlow || end - frame < secondsOf(rate) * BLOW_EVERY[0]) continue;
      nextBlow = performance.now() + draw.between(...BLOW_EVERY) * 1000;
      const blow = faults === 'engine' ? 'engine killed' : draw.oneOf(BLOWS);
      if (!(await dealBlow(blow, engine.child, paths.children))) continue;
      blows.push(`${blow} after frame ${frame}`);
      tell(blows.at(-1) ?? '');
      if (blow !== 'engine killed') continue;
      engine.link.close();
      engine = await startEngine(folder);
      engines.push(engine);
    }
    const children = await pidsIn(paths.children);
    const gone = once(engine.child, 'exit');
    await engine.link.call('leaveAir', { cause: 'soak' });
    await gone;
    const longest = engines.reduce((most, { memory }) => (memory.length > most.length ? memory : most), engine.memory);
    return {
      ...(await readJournal(paths.journal)),
      tapes: await tapesIn(join(paths.recordings, RECORDER.id), rate),
      memory: longest,
      openProcesses: children.filter(isProcessAlive).length,
      discontinuityTags: discontinuitiesOf(await readFile(join(paths.hls, 'index.m3u8'), 'utf8')),
      blows,
      receivers: await receivers.finish(),
      wallSeconds: (performance.now() - begun) / 1000,
    };
  } finally {
    engine.link.close();
    engine.child.kill('SIGTERM');
  }
}

/** Starts an engine on a folder and waits until it can be reached. @throws Error when it can't be in time. */
async function startEngine(folder: string): Promise<Engine> {
  const child = spawn(process.execPath, [ENTRY, '--dir', folder], { stdio: 'ignore' });
  const { address } = enginePaths(folder);
  for (const until = performance.now() + START_TIMEOUT_MS; performance.now() < until; await pause(50)) {
    const text = await readFile(address, 'utf8').catch(() => '{}');
    if (JSON.parse(text).pid === child.pid) return { child, link: await LinkClient.to(address), memory: [] };
  }
  child.kill('SIGKILL');
  throw new Error('The engine could not be reached');
}

/** Settles when there is something to watch at an HLS address. @throws Error when there is nothing in time. */
async function untilServed(hls: string): Promise<void> {
  for (const until = performance.now() + START_TIMEOUT_MS; performance.now() < until; await pause(200)) {
    const answer = await fetch(hls).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('The channel could not be watched');
}

async function pidsIn(childrenPath: string): Promise<readonly number[]> {
  // An engine that has only just begun has no children yet.
  const text = await readFile(childrenPath, 'utf8').catch(() => '[]');
  const children: readonly { readonly pid: number }[] = JSON.parse(text);
  return children.map(({ pid }) => pid);
}

/** Memory of an engine and its children. */
async function memoryOf(pid: number, childrenPath: string, atMs: number): Promise<MemorySample> {
  const bytes = await residentBytes(pid);
  const children = await Promise.all((await pidsIn(childrenPath)).map(residentBytes));
  return { atMs, bytes, treeBytes: children.reduce((sum, child) => sum + child, bytes) };
}

/** Memory of a process; 0 where the system does not tell. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** The recordings of a folder, oldest first. Their names say when their first frame was on air. */
async function tapesIn(folder: string, rate: FrameRate): Promise<readonly Tape[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return names.map((name) => ({ path: join(folder, name), firstFrame: firstFrameOf(name, rate), channelOf: (frame) => frame }));
}

function firstFrameOf(name: string, rate: FrameRate): Frames {
  const at = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d+)Z/.exec(name);
  const startsAt = Date.parse(`${at?.[1]}-${at?.[2]}-${at?.[3]}T${at?.[4]}:${at?.[5]}:${at?.[6]}Z`);
  // Names are rounded to the millisecond: half a frame later it is the same frame for sure.
  return frameOnAirAt(milliseconds(startsAt + (500 * rate.den) / rate.num), rate);
}

function secondsOf(rate: FrameRate): number {
  return rate.num / rate.den;
}
