import { mkdir, rm } from 'node:fs/promises';
import packageJson from '../../../package.json' with { type: 'json' };
import { type EngineConfig, LINK_PROTOCOL } from '../../shared/engine-protocol/index.ts';
import { type Frames, frames, parseFrameRate } from '../../shared/time/index.ts';
import { assembleChannel } from './channel/assemble-channel.ts';
import type { Channel } from './channel/channel.ts';
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
import type { LinkHandlers } from './link-server/link-answer.ts';
import { LinkServer } from './link-server/link-server.ts';
import { socketPath } from './link-server/socket-path.ts';
import { Outputs } from './outputs.ts';
import { framesIn } from './producers/frame-format.ts';

/** An engine on air. */
export interface RunningEngine {
  /** Leaves the air for good: the streams end, the evidence is written, no child is left. Safe to call twice. */
  leaveAir(cause: string): Promise<Frames>;
}

/** Time for the item that is due to be opened before the first frame: no slate flashes up at each start. */
const HEAD_START_MS = 1200;

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
  const evidence = await EvidenceJournal.open(paths.journal, () => clock.now(), log);
  const recovered = recoverAir(evidence.tail, await readAirPosition(paths.position, log));
  for (const body of recovered.missing) evidence.append(body);
  const state = await readRundownState(paths.rundown, log);
  const first = frames(clock.firstFrame() + framesIn(HEAD_START_MS, parseFrameRate(config.rate)));
  const line = new StreamLine();
  const outputs = new Outputs({ config, paths, line, epochFrame: first, children, log });
  await outputs.open();
  const { channel } = assembleChannel({
    ...{ config, clock, line, state, evidence, memory, children, log },
    epochFrame: first,
    onBytes: (bytes) => outputs.hub.write(bytes),
    onEncoderRestarted: () => outputs.hub.encoderRestarted(),
    sinks: () => outputs.statuses(),
  });
  channel.start(first, recovered.lostFrom);

  let leaving: Promise<Frames> | null = null;
  const leaveAir = (cause: string): Promise<Frames> => {
    leaving ??= leave(cause);
    return leaving;
  };
  const leave = async (cause: string): Promise<Frames> => {
    const frame = await channel.leaveAir(cause);
    await rm(paths.address, { force: true });
    await outputs.close();
    await Promise.all([evidence.settled(), memory.settled(), children.settled()]);
    // The answer to whoever asked goes out before the link closes.
    setImmediate(() => void link.close().then(onLeft));
    return frame;
  };
  const isDiskWell = (): boolean => !evidence.hasFailed && !memory.hasFailed;
  const link = new LinkServer({
    path: socketPath(paths.folder, process.platform),
    handlers: handlersOf({ channel, evidence, config, memory, outputs, isDiskWell, leaveAir, startedAt }),
    status: () => channel.status(isDiskWell()),
    onEvidence: (listener) => evidence.onAppended(listener),
    log,
  });
  await link.start();
  await writeAddress(paths, startedAt);
  log.info('The channel is on air', { first, lostFrom: recovered.lostFrom, ...outputs.addresses });
  return { leaveAir };
}

function writeAddress(paths: EnginePaths, startedAt: number): Promise<void> {
  const address = { socket: socketPath(paths.folder, process.platform), pid: process.pid, startedAt };
  return writeAtomically(paths.address, JSON.stringify(address), 'whole');
}

/** What answers to the link's calls. */
interface Answering {
  readonly channel: Channel;
  readonly evidence: EvidenceJournal;
  readonly config: EngineConfig;
  readonly memory: FileChannelMemory;
  readonly outputs: Outputs;
  readonly isDiskWell: () => boolean;
  readonly leaveAir: (cause: string) => Promise<Frames>;
  readonly startedAt: number;
}

function handlersOf({ channel, evidence, config, memory, outputs, isDiskWell, leaveAir, startedAt }: Answering): LinkHandlers {
  const hello = { protocol: LINK_PROTOCOL, version: packageJson.version, pid: process.pid, startedAt };
  return {
    hello: () => ({ ...hello, addresses: outputs.addresses }),
    load: ({ rundown, basedOnSeq }) => ({ revision: channel.load(rundown, basedOnSeq) }),
    take: async ({ cause }) => ({ frame: await channel.take(cause) }),
    panic: ({ cause }) => ({ frame: channel.panic(cause) }),
    rejoin: ({ cause }) => ({ frame: channel.rejoin(cause) }),
    readEvidence: async ({ after, limit }) => ({ records: [...(await evidence.read(after, limit))] }),
    setOutputs: ({ outputs: wanted }) => {
      memory.saveConfig({ ...config, outputs: wanted });
      outputs.set(wanted);
      return {};
    },
    status: () => channel.status(isDiskWell()),
    leaveAir: async ({ cause }) => ({ frame: await leaveAir(cause) }),
  };
}
