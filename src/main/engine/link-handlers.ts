import packageJson from '../../../package.json' with { type: 'json' };
import { type EngineConfig, type EngineStatus, fixedSetupOf, LINK_PROTOCOL } from '../../shared/engine-protocol/index.ts';
import type { Frames } from '../../shared/time/index.ts';
import type { Channel } from './channel/channel.ts';
import { Refusal } from './channel/refusal.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { EncoderProbe } from './encoder/probe/index.ts';
import type { EvidenceJournal } from './evidence/evidence-journal.ts';
import type { FileChannelMemory } from './folder/file-channel-memory.ts';
import type { InputSet } from './inputs/index.ts';
import type { LinkHandlers } from './link-server/link-answer.ts';
import type { Monitoring } from './monitoring.ts';
import type { Outputs } from './outputs.ts';

/** What answers to the link's calls. */
interface Answering {
  readonly channel: Channel;
  readonly encoder: Encoder;
  readonly probe: EncoderProbe;
  readonly evidence: EvidenceJournal;
  readonly config: EngineConfig;
  readonly memory: FileChannelMemory;
  readonly inputs: InputSet;
  readonly outputs: Outputs;
  readonly monitoring: Monitoring;
  readonly status: () => EngineStatus;
  readonly leaveAir: (cause: string) => Promise<Frames>;
  readonly startedAt: number;
}

/** What the engine does for each call of the link. */
export function linkHandlers(answering: Answering): LinkHandlers {
  const { channel, encoder, probe, config, evidence, outputs, inputs, monitoring, status, leaveAir, startedAt } = answering;
  const { desk } = channel;
  const hello = { protocol: LINK_PROTOCOL, version: packageJson.version, pid: process.pid, startedAt, rate: config.rate };
  const keep = keeper(answering);
  return {
    hello: () => ({ ...hello, addresses: outputs.addresses }),
    load: ({ rundown, basedOnSeq }) => ({ revision: channel.load(rundown, basedOnSeq) }),
    take: async ({ cause }) => ({ frame: await desk.take(cause) }),
    skip: ({ cause }) => ({ frame: desk.skip(cause) }),
    hold: ({ cause }) => ({ frame: desk.hold(cause) }),
    panic: ({ cause }) => ({ frame: desk.panic(cause) }),
    arm: ({ source }) => {
      desk.arm(source);
      return {};
    },
    breaking: async (request) => ({ frame: await desk.breaking(request) }),
    return: async ({ policy, cause }) => ({ frame: await desk.return(policy, cause) }),
    readEvidence: async ({ after, limit }) => ({ records: [...(await evidence.read(after, limit))] }),
    setOutputs: ({ outputs: wanted }) => {
      keep({ outputs: wanted });
      outputs.set(wanted);
      return {};
    },
    setInputs: ({ inputs: wanted }) => {
      keep({ inputs: wanted });
      void inputs.apply(wanted);
      return {};
    },
    inputThumbnail: ({ inputId }) => ({ jpegBase64: inputs.find(inputId)?.thumbnail?.toString('base64') ?? null }),
    adjust: ({ video, audio, windowSegments }) => {
      keep({ video, audio, hls: { ...config.hls, windowSegments } });
      encoder.use({ video, audio });
      outputs.listSegments(windowSegments);
      return {};
    },
    setup: () => ({ running: fixedSetupOf(config), encoders: { ...encoder.choice, findings: probe.findings } }),
    readStatistics: ({ grain, from }) => ({ records: [...(monitoring.statistics?.read(grain, from) ?? [])] }),
    readAlarms: () => ({ alarms: [...monitoring.alarms.alarms] }),
    acknowledgeAlarm: ({ id, by }) => {
      const alarm = monitoring.alarms.acknowledge(id, by);
      if (alarm === null) throw new Refusal('NOT_FOUND', 'There is no such alarm');
      return { alarm };
    },
    watchMeters: () => {
      monitoring.meter.want();
      return {};
    },
    status,
    leaveAir: async ({ cause }) => ({ frame: await leaveAir(cause) }),
  };
}

/** Keeps what changes of the configuration for the engine's next start. */
function keeper({ config, memory }: Answering): (change: Partial<EngineConfig>) => void {
  let kept = config;
  return (change) => {
    kept = { ...kept, ...change };
    memory.saveConfig(kept);
  };
}
