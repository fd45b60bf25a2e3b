import { mkdir, rm } from 'node:fs/promises';
import type { EngineStatus } from '../../shared/engine-protocol/index.ts';
import { type Frames, frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import { assembleChannel } from './channel/assemble-channel.ts';
import { RealClock } from './clock/real-clock.ts';
import { StreamLine } from './clock/stream-line.ts';
import { EvidenceJournal } from './evidence/evidence-journal.ts';
import { recoverAir } from './evidence/recover-air.ts';
import { type EnginePaths, enginePaths } from './folder/engine-paths.ts';
import { FileChannelMemory } from './folder/file-channel-memory.ts';
import { endLeftOverChildren, FileChildRegistry } from './folder/file-child-registry.ts';
import { readAirPosition, readEngineConfig, readRundownState } from './folder/read-engine-files.ts';
import { writeAtomically } from './folder/write-atomically.ts';
import type { EngineLog } from './hub/index.ts';
import { InputSet } from './inputs/index.ts';
import { linkHandlers } from './link-handlers.ts';
import { LinkServer, type LinkServerParts } from './link-server/link-server.ts';
import { socketPath } from './link-server/socket-path.ts';
import { Monitoring } from './monitoring.ts';
import { Outputs } from './outputs.ts';
import { framesIn } from './producers/frame-format.ts';

/** An engine on air. */
export interface RunningEngine {
  /** Leaves the air for good: the streams end, the evidence is written, no child is left. Safe to call twice. */
  leaveAir(cause: string): Promise<Frames>;
}

/** Time for the item that is due to be opened before the first frame: no slate flashes up at each start. */
const HEAD_START_MS = 1200;
/** The first seconds belong to the channel. */
const PROBE_AFTER_MS = 5000;

/**
 * Puts an engine on air on a data folder. `onLeft` is called once it has left the air and let go of everything.
 * @throws when its folder can't be used.
 */
export async function startEngine(dataFolder: string, log: EngineLog, onLeft: () => void): Promise<RunningEngine> {
  const paths = enginePaths(dataFolder);
  await mkdir(paths.folder, { recursive: true });
  // A dead engine's: whoever looks for this one must not be sent there.
  await rm(paths.address, { force: true });
  const startedAt = Date.now();
  const config = await readEngineConfig(paths.config, log);
  await endLeftOverChildren(paths.children, log);
  const children = new FileChildRegistry(paths.children, log);
  const memory = new FileChannelMemory(paths, log);
  const clock = new RealClock(parseFrameRate(config.rate));
  const { evidence, lostFrom, state } = await recallAir(paths, clock, log);
  const first = frames(clock.firstFrame() + framesIn(HEAD_START_MS, parseFrameRate(config.rate)));
  const line = new StreamLine();
  const inputs = new InputSet({ ffmpegPath: config.ffmpegPath, children, now: () => milliseconds(performance.now()), log });
  const outputs = new Outputs({ config, paths, line, epochFrame: first, publishers: inputs.desk, children, log });
  await outputs.open();
  void inputs.apply(config.inputs);
  const monitoring = await Monitoring.open({ config, paths, children, log });
  const { channel, encoder, probe, gauges } = assembleChannel({
    ...{ config, clock, line, state, evidence, memory, inputs, children, log },
    epochFrame: first,
    watch: monitoring,
    onBytes: (bytes) => {
      monitoring.encoded(bytes);
      outputs.hub.write(bytes);
    },
    onEncoderRestarted: () => outputs.hub.encoderRestarted(),
    sinks: () => outputs.statuses(),
  });
  channel.start(first, lostFrom);
  void probe.run(PROBE_AFTER_MS);

  const leaveAir = onlyOnce(async (cause) => {
    probe.stop();
    const frame = await channel.leaveAir(cause);
    await rm(paths.address, { force: true });
    await Promise.all([outputs.close(), inputs.close(), monitoring.stop()]);
    await Promise.all([evidence.settled(), memory.settled(), children.settled()]);
    // The answer to whoever asked goes out before the link closes.
    setImmediate(() => void link.close().then(onLeft));
    return frame;
  });
  const isDiskWell = (): boolean => !evidence.hasFailed && !memory.hasFailed;
  const status = (): EngineStatus => monitoring.complete(channel.status(isDiskWell()));
  monitoring.start({ gauges, encoder, status, isEvidenceWaiting: () => evidence.hasFailed, hls: () => outputs.addresses.hls });
  const answering = { channel, encoder, probe, evidence, config, memory, inputs, outputs, monitoring, status, leaveAir, startedAt };
  const link = linkOf(paths, { handlers: linkHandlers(answering), status, log }, evidence, monitoring);
  await link.start();
  await writeAddress(paths, startedAt);
  log.info('The channel is on air', { first, lostFrom, ...outputs.addresses });
  return { leaveAir };
}

/** What the engine before this one left: its journal, made whole, and its rundown. `lostFrom`: the first frame that nobody saw. */
async function recallAir(paths: EnginePaths, clock: RealClock, log: EngineLog) {
  const evidence = await EvidenceJournal.open(paths.journal, () => clock.now(), log);
  const { missing, lostFrom } = recoverAir(evidence.tail, await readAirPosition(paths.position, log));
  for (const body of missing) evidence.append(body);
  return { evidence, lostFrom, state: await readRundownState(paths.rundown, log) };
}

function linkOf(
  { folder }: EnginePaths,
  parts: Pick<LinkServerParts, 'handlers' | 'status' | 'log'>,
  evidence: EvidenceJournal,
  { meter, alarms }: Monitoring,
): LinkServer {
  return new LinkServer({
    ...parts,
    path: socketPath(folder, process.platform),
    onEvidence: (listener) => evidence.onAppended(listener),
    onMeters: (listener) => meter.listen(listener),
    onAlarm: (listener) => alarms.listen(listener),
  });
}

/** Whoever asks again waits for the same end. */
function onlyOnce(leave: (cause: string) => Promise<Frames>): (cause: string) => Promise<Frames> {
  let leaving: Promise<Frames> | null = null;
  return (cause) => {
    leaving ??= leave(cause);
    return leaving;
  };
}

function writeAddress(paths: EnginePaths, startedAt: number): Promise<void> {
  const address = { socket: socketPath(paths.folder, process.platform), pid: process.pid, startedAt };
  return writeAtomically(paths.address, JSON.stringify(address), 'whole');
}
