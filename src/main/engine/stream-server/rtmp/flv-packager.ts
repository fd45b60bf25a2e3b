import {
  type Burst,
  isPartOfPicture,
  ParameterSets,
  readElementaryStream,
  readPictureSize,
  SAMPLES_PER_AAC_FRAME,
  splitAdts,
  splitAnnexB,
  TICKS_PER_SECOND,
  writeAvcConfiguration,
  writeLengthPrefixed,
} from '../../hub/index.ts';
import { encodeAmf } from './amf0.ts';
import type { MediaMessage } from './media-message.ts';
import { MESSAGE } from './rtmp-message.ts';

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;
/** AAC, "44 kHz", 16 bits, stereo: what FLV says for every AAC (Adobe FLV 10.1, E.4.2.1); the truth is in the configuration. */
const AAC_TAG = 0xaf;
const AVC_CODEC = 7;
const AAC_CODEC = 10;

/** Rewrites bursts as the messages that RTMP carries: FLV's bodies of H.264 and AAC (Adobe FLV 10.1, E.4.2 and E.4.3). */
export class FlvPackager {
  readonly #parameters = new ParameterSets();
  #audioConfig = 0;
  #audio = { sampleRate: 0, channels: 0 };

  /** The messages of a burst. What a decoder must know comes ahead of the first it is good for, and again whenever it changes. */
  package(burst: Burst): readonly MediaMessage[] {
    const data = readElementaryStream(burst);
    return burst.stream === 'video' ? this.#packageVideo(burst, data) : this.#packageAudio(burst, data);
  }

  /** What the stream is, as players read it before anything else. Complete once a key frame and some sound were packaged. */
  describe(timeMs: number): MediaMessage {
    const size = readPictureSize(this.#parameters.sps) ?? { width: 0, height: 0 };
    const { sampleRate, channels } = this.#audio;
    const sound = sampleRate > 0 ? { audiocodecid: AAC_CODEC, audiosamplerate: sampleRate, stereo: channels > 1 } : {};
    const payload = encodeAmf(['onMetaData', { duration: 0, ...size, videocodecid: AVC_CODEC, ...sound }]);
    return { type: MESSAGE.data, timeMs, payload, isKeyFrame: false };
  }

  #packageVideo(burst: Burst, data: Buffer): readonly MediaMessage[] {
    const units = splitAnnexB(data);
    const timeMs = Math.round(burst.dts / TICKS_PER_MS);
    const offsetMs = Math.round(burst.pts / TICKS_PER_MS) - timeMs;
    const kind = burst.isKeyFrame ? 0x10 : 0x20;
    const body = writeLengthPrefixed(units.filter(isPartOfPicture));
    if (body.length === 0) return [];
    const picture = videoMessage(timeMs, kind, 1, offsetMs, body, burst.isKeyFrame);
    return this.#parameters.learn(units)
      ? [videoMessage(timeMs, 0x10, 0, 0, writeAvcConfiguration(this.#parameters.sps, this.#parameters.pps), false), picture]
      : [picture];
  }

  #packageAudio(burst: Burst, data: Buffer): readonly MediaMessage[] {
    const messages: MediaMessage[] = [];
    for (const [index, frame] of splitAdts(data).entries()) {
      const ticks = burst.pts + (index * SAMPLES_PER_AAC_FRAME * TICKS_PER_SECOND) / frame.sampleRate;
      const timeMs = Math.round(ticks / TICKS_PER_MS);
      if (frame.config !== this.#audioConfig) {
        this.#audioConfig = frame.config;
        this.#audio = { sampleRate: frame.sampleRate, channels: frame.channels };
        messages.push(audioMessage(timeMs, 0, Buffer.of(frame.config >> 8, frame.config & 0xff)));
      }
      messages.push(audioMessage(timeMs, 1, frame.data));
    }
    return messages;
  }
}

function videoMessage(timeMs: number, kind: number, packetType: number, offsetMs: number, body: Buffer, isKeyFrame: boolean): MediaMessage {
  const head = Buffer.of(kind | AVC_CODEC, packetType, 0, 0, 0);
  head.writeIntBE(offsetMs, 2, 3);
  return { type: MESSAGE.video, timeMs, payload: Buffer.concat([head, body]), isKeyFrame };
}

function audioMessage(timeMs: number, packetType: number, body: Buffer): MediaMessage {
  return { type: MESSAGE.audio, timeMs, payload: Buffer.concat([Buffer.of(AAC_TAG, packetType), body]), isKeyFrame: false };
}
