import type { EngineConfig, EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type Frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import type { FrameClock } from '../clock/frame-clock.ts';
import type { StreamLine } from '../clock/stream-line.ts';
import { Encoder } from '../encoder/encoder.ts';
import { EncoderProbe } from '../encoder/probe/index.ts';
import type { EvidenceLog } from '../evidence/evidence-log.ts';
import type { EngineLog } from '../hub/index.ts';
import type { LiveInputs } from '../inputs/index.ts';
import { Filler } from '../mixer/filler.ts';
import { Mixer } from '../mixer/mixer.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { FilterList } from '../producers/filter-list.ts';
import { type FrameFormat, pictureBytes } from '../producers/frame-format.ts';
import { FramePool } from '../producers/picture-frame.ts';
import { openSlate } from '../producers/slate/open-slate.ts';
import { CueTimes } from '../statistics/index.ts';
import { Channel } from './channel.ts';
import type { ChannelMemory, FrameWatch, RundownState } from './channel-parts.ts';
import { SourceOpener } from './source-opener.ts';
import { Stage } from './stage.ts';

/** What a channel stands on. */
export interface ChannelBase {
  readonly config: EngineConfig;
  readonly clock: FrameClock;
  /** Shared with whoever has to tell the stream's frames from the channel's. */
  readonly line: StreamLine;
  /** The frame whose timestamp is the stream's epoch: the first one of this run. */
  readonly epochFrame: Frames;
  readonly state: RundownState;
  readonly evidence: EvidenceLog;
  readonly memory: ChannelMemory;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
  /** Takes the encoded stream; the bytes are its own from then on. */
  readonly onBytes: (bytes: Buffer) => void;
  /** Called before the first byte of an encoder that replaces another one. */
  readonly onEncoderRestarted: () => void;
  readonly sinks: () => EngineStatus['sinks'];
  readonly inputs: LiveInputs;
  readonly watch: FrameWatch;
}

/** What can be read of a channel's sources at any time. */
export interface ChannelGauges {
  readonly cueTimes: CueTimes;
  /** Pictures decoded so far. */
  readonly decodedPictures: () => number;
  /** Items that are cued or being opened. */
  readonly openItems: () => number;
}

/** A channel and the encoder that it feeds. */
export interface AssembledChannel {
  readonly channel: Channel;
  readonly encoder: Encoder;
  /** Finds out what else could encode; it does nothing before it is told to. */
  readonly probe: EncoderProbe;
  readonly format: FrameFormat;
  readonly gauges: ChannelGauges;
}

/** Pictures kept for reuse: what a few open decoders give back at once. */
const MOST_FREE_PICTURES = 60;

/** Puts a channel together. Nothing runs yet. */
export function assembleChannel(base: ChannelBase): AssembledChannel {
  const { config, clock, log, children } = base;
  const format: FrameFormat = { width: config.width, height: config.height, rate: parseFrameRate(config.rate) };
  const pool = new FramePool(pictureBytes(format), MOST_FREE_PICTURES);
  const { ffmpegPath, channelName } = config;
  const { cards, slate: card } = openSlate(config.slate, { ffmpegPath, children, log, format, pool, channelName, now: () => clock.now() });
  const slate = card.picture;
  const cueTimes = new CueTimes(() => milliseconds(performance.now()));
  const decoding = {
    ffmpegPath,
    children,
    audioLanguage: config.audioLanguage,
    openings: new Map(),
    filters: new FilterList(ffmpegPath, children),
  };
  const opener = new SourceOpener({ ...decoding, format, pool, log }, base.inputs, cards, slate, cueTimes);
  const filler = new Filler(opener, format.rate, config.channelName);
  const encoder = new Encoder({
    config,
    format,
    epochFrame: base.epochFrame,
    children,
    now: () => milliseconds(performance.now()),
    log,
    onBytes: base.onBytes,
    onRestarted: (loss) => {
      base.onEncoderRestarted();
      channel.encoderRestarted(loss);
    },
  });
  const mixer = new Mixer(filler, slate, format);
  const stage = new Stage(opener, format.rate);
  const channel: Channel = new Channel({ ...base, format, opener, stage, filler, mixer, encoder }, base.state);
  const probe = new EncoderProbe({ ffmpegPath, format, video: config.video, slate: slate.bytes, children, log });
  const gauges = { cueTimes, decodedPictures: () => pool.taken, openItems: () => [...stage.all()].length };
  return { channel, encoder, probe, format, gauges };
}
