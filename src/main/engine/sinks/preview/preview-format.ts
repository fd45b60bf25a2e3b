import { describeStream, SAMPLES_PER_AAC_FRAME, type StreamFormat, TICKS_PER_SECOND, writeAvcConfiguration } from '../../hub/index.ts';
import { box, fullBox, uint16, uint32, zeros } from './mp4-box.ts';

/** The numbers of the two tracks. */
export const TRACK = { video: 1, audio: 2 } as const;

/** Sample flags (ISO/IEC 14496-12, 8.8.3.1): depends on no other, or on others and is no place to begin. */
export const SAMPLE_FLAGS = { key: 0x0200_0000, other: 0x0101_0000 } as const;

/** What a decoder must know of the channel's sound: `config` is its AudioSpecificConfig, two bytes as a number. */
export interface SoundFormat {
  readonly config: number;
  readonly sampleRate: number;
  readonly channels: number;
}

/** What comes ahead of the first picture. */
export interface PreviewFormat {
  /** With the codecs, as Media Source Extensions want to be told: `video/mp4; codecs="avc1.64001f,mp4a.40.2"`. */
  readonly contentType: string;
  /** ftyp and moov. */
  readonly initialSegment: Buffer;
  /** The codecs and the size by themselves. */
  readonly stream: StreamFormat;
}

/** An identity matrix (8.3.2.2). */
const MATRIX = uint32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000);

/** Describes a channel of H.264 and AAC as fragmented MP4 (ISO/IEC 14496-12, 14 and 15). */
export function describePreview(sps: Buffer, pps: Buffer, sound: SoundFormat): PreviewFormat {
  const stream = describeStream(sps, sound.config);
  const movie = box(
    'moov',
    fullBox('mvhd', 0, 0, uint32(0, 0, 1000, 0, 0x10000), uint16(0x100, 0), zeros(8), MATRIX, zeros(24), uint32(3)),
    videoTrack(stream.width, stream.height, writeAvcConfiguration(sps, pps)),
    soundTrack(sound),
    box('mvex', trackDefaults(TRACK.video, 0, SAMPLE_FLAGS.other), trackDefaults(TRACK.audio, SAMPLES_PER_AAC_FRAME, SAMPLE_FLAGS.key)),
  );
  const fileType = box('ftyp', Buffer.from('iso5'), uint32(0x200), Buffer.from('iso5iso6mp41'));
  return { contentType: `video/mp4; codecs="${stream.codecs}"`, initialSegment: Buffer.concat([fileType, movie]), stream };
}

function trackDefaults(track: number, duration: number, flags: number): Buffer {
  return fullBox('trex', 0, 0, uint32(track, 1, duration, 0, flags));
}

function videoTrack(width: number, height: number, configuration: Buffer): Buffer {
  const entry = box(
    'avc1',
    ...[zeros(6), uint16(1), zeros(16), uint16(width, height), uint32(0x48_0000, 0x48_0000, 0), uint16(1), zeros(32), uint16(24, 0xffff)],
    box('avcC', configuration),
  );
  const size = uint32(width * 0x10000, height * 0x10000);
  const mediaHeader = fullBox('vmhd', 0, 1, zeros(8));
  return track({ id: TRACK.video, volume: 0, size, timescale: TICKS_PER_SECOND, handler: 'vide', mediaHeader, entry });
}

function soundTrack({ config, sampleRate, channels }: SoundFormat): Buffer {
  const rate = uint32((sampleRate & 0xffff) * 0x10000);
  const entry = box('mp4a', zeros(6), uint16(1), zeros(8), uint16(channels, 16), zeros(4), rate, decoderDescription(config));
  const mediaHeader = fullBox('smhd', 0, 0, zeros(4));
  return track({ id: TRACK.audio, volume: 0x100, size: zeros(8), timescale: sampleRate, handler: 'soun', mediaHeader, entry });
}

/** What one track differs from another in. `timescale`: units of time a second. */
interface TrackFields {
  readonly id: number;
  readonly volume: number;
  readonly size: Buffer;
  readonly timescale: number;
  readonly handler: 'vide' | 'soun';
  readonly mediaHeader: Buffer;
  readonly entry: Buffer;
}

function track({ id, volume, size, timescale, handler, mediaHeader, entry }: TrackFields): Buffer {
  const header = fullBox('tkhd', 0, 3, uint32(0, 0, id, 0, 0), zeros(8), uint16(0, 0, volume, 0), MATRIX, size);
  const reference = box('dinf', fullBox('dref', 0, 0, uint32(1), fullBox('url ', 0, 1)));
  const emptyTables = [
    fullBox('stts', 0, 0, uint32(0)),
    fullBox('stsc', 0, 0, uint32(0)),
    fullBox('stsz', 0, 0, uint32(0, 0)),
    fullBox('stco', 0, 0, uint32(0)),
  ];
  const samples = box('stbl', fullBox('stsd', 0, 0, uint32(1), entry), ...emptyTables);
  const undetermined = 0x55c4;
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, uint32(0, 0, timescale, 0), uint16(undetermined, 0)),
    fullBox('hdlr', 0, 0, uint32(0), Buffer.from(handler), zeros(13)),
    box('minf', mediaHeader, reference, samples),
  );
  return box('trak', header, media);
}

/** An elementary stream descriptor of AAC (ISO/IEC 14496-1, 7.2.6.5). */
function decoderDescription(config: number): Buffer {
  const specific = Buffer.concat([Buffer.of(0x05, 2), uint16(config)]);
  const decoder = Buffer.concat([Buffer.of(0x04, 13 + specific.length, 0x40, 0x15), zeros(11), specific]);
  const layer = Buffer.of(0x06, 1, 0x02);
  const stream = Buffer.concat([Buffer.of(0x03, 3 + decoder.length + layer.length), zeros(3), decoder, layer]);
  return fullBox('esds', 0, 0, stream);
}
