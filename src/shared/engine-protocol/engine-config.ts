import { z } from 'zod';
import { CHANNEL_RATES } from '../time/index.ts';
import { inputsSchema } from './inputs.ts';
import { outputsSchema } from './outputs.ts';
import { slateLookSchema } from './slate-look.ts';

/** What can encode the channel's pictures: x264, or a part of the machine made for it. Each is tried at the engine's start; x264 stands in for one that fails. */
export const VIDEO_ENCODERS = ['x264', 'nvenc', 'qsv', 'vaapi', 'videotoolbox', 'amf'] as const;
export const videoEncoderSchema = z.enum(VIDEO_ENCODERS);
export type VideoEncoder = z.infer<typeof videoEncoderSchema>;

/** What a trial at the engine's start found of an encoder. `reason`, for an operator: why it is not available. */
export const encoderFindingSchema = z.object({
  encoder: videoEncoderSchema,
  state: z.enum(['untried', 'available', 'unavailable']),
  reason: z.string(),
});
export type EncoderFinding = z.infer<typeof encoderFindingSchema>;

/** What the engine encodes with, and what it could. */
export const encodersSchema = z.object({
  inUse: videoEncoderSchema,
  /** The encoder that was chosen, when another one stands in for it. */
  standsInFor: videoEncoderSchema.nullable(),
  /** Why the channel is not encoded as it was chosen; empty when it is. */
  reason: z.string(),
  findings: z.array(encoderFindingSchema).readonly(),
});
export type Encoders = z.infer<typeof encodersSchema>;

/** A word of an encoder's own, such as `film` or `high`; empty: its default. Each encoder knows others, so only the encoder can judge them. */
const encoderWordSchema = z.string().regex(/^[a-z0-9_.-]{0,30}$/, 'Small letters, digits, points and hyphens only, at most 30.');

/** Sizes besides the channel's own. No height stands twice: it is the name. */
export const renditionsSchema = z
  .array(z.object({ height: z.int().min(90).max(1080).multipleOf(2), bitrateKbps: z.int().min(50).max(20_000) }))
  .max(2)
  .superRefine((renditions, context) => {
    const [first, second] = renditions;
    if (first !== undefined && first.height === second?.height)
      context.addIssue({ code: 'custom', path: [1, 'height'], message: 'Another rendition has this height.' });
  });

/**
 * How the engine is to run, kept as `engine.json` in the engine's folder so that it can start with nobody to ask.
 * Every field has a default that suits a small PC.
 */
export const engineConfigSchema = z.object({
  channelName: z.string().min(1).max(60).default('Perpetua'),
  width: z.int().min(160).max(1920).multipleOf(2).default(1280),
  height: z.int().min(90).max(1080).multipleOf(2).default(720),
  rate: z.enum(CHANNEL_RATES).default('25/1'),
  video: z
    .object({
      encoder: videoEncoderSchema.default('x264'),
      /** Speed, in x264's words: slower looks better and costs more. Other encoders take the nearest that they have. */
      preset: z.enum(['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium']).default('veryfast'),
      bitrateKbps: z.int().min(100).max(20_000).default(3000),
      /** What kind of picture to care for (x264: film, animation, grain ...; NVENC: hq, ll ...). */
      tune: encoderWordSchema.default(''),
      /** The H.264 profile that players must know (baseline, main, high). */
      profile: encoderWordSchema.default(''),
    })
    .prefault({}),
  audio: z.object({ bitrateKbps: z.int().min(32).max(512).default(160) }).prefault({}),
  hls: z
    .object({
      segmentSeconds: z.int().min(1).max(10).default(2),
      /** Segments in the playlist: with 2 s segments, 30 let a viewer fall a minute behind. */
      windowSegments: z.int().min(3).max(1800).default(30),
      /** What segments are made of: MPEG-TS, which every player knows, or fragmented MP4, which newer ones prefer. */
      format: z.enum(['ts', 'fmp4']).default('ts'),
      /** Smaller sizes in which viewers can have the channel besides, at its own aspect. Each costs a decoder and an encoder. */
      renditions: renditionsSchema.default([]),
    })
    .prefault({}),
  /** The address that the stream server and the RTMP endpoint listen on. */
  host: z.string().default('127.0.0.1'),
  /** 0: any free port. */
  streamPort: z.int().min(0).max(65_535).default(8081),
  rtmpPort: z.int().min(0).max(65_535).default(1935),
  /** The key under which the channel is played over RTMP: rtmp://station/live/KEY. */
  rtmpPlayKey: z
    .string()
    .regex(/^[A-Za-z0-9_-]{4,128}$/, 'Letters, digits, hyphens and underscores only, 4 to 128.')
    .default('channel'),
  /** Where else the channel goes: pushes and recordings. The `setOutputs` call replaces them while the channel is on air. */
  outputs: outputsSchema.default([]),
  /** Live sources that are watched. The `setInputs` call replaces them while the channel is on air. */
  inputs: inputsSchema.default([]),
  /** The language, by its code of three letters (ISO 639-2), of the sound that is aired of a file that has several; null: the track that its maker marked, or else the first. */
  audioLanguage: z
    .string()
    .regex(/^[a-z]{3}$/, 'A code of three small letters, like eng.')
    .nullable()
    .default(null),
  slate: slateLookSchema.prefault({}),
  /** Where an engine goes on that was started again: at the frame that is due, or where the item that it interrupted was; what follows then slides up to the next fixed start. */
  restartPolicy: z.enum(['rejoin', 'resume']).default('rejoin'),
  /** Whether the engine watches its own stream as a viewer would, and raises alarms. */
  observer: z.boolean().default(true),
  ffmpegPath: z.string().default('ffmpeg'),
  /** How long before its start an item is opened and primed. */
  cueAheadSeconds: z.int().min(2).max(60).default(10),
});
export type EngineConfig = z.infer<typeof engineConfigSchema>;

/** What can be changed while the channel is on air. */
export const adjustmentSchema = engineConfigSchema
  .pick({ video: true, audio: true })
  .extend({ windowSegments: engineConfigSchema.shape.hls.unwrap().shape.windowSegments });

/** What stays as it is for the life of an engine. */
export const fixedSetupSchema = engineConfigSchema
  .pick({ channelName: true, width: true, height: true, rate: true, rtmpPlayKey: true })
  .extend({
    segmentSeconds: engineConfigSchema.shape.hls.unwrap().shape.segmentSeconds,
    format: engineConfigSchema.shape.hls.unwrap().shape.format,
    renditions: renditionsSchema,
  });
export type FixedSetup = z.infer<typeof fixedSetupSchema>;

/** The part of a configuration that stays as it is for the life of an engine. */
export function fixedSetupOf({ channelName, width, height, rate, rtmpPlayKey, hls }: EngineConfig): FixedSetup {
  return {
    channelName,
    width,
    height,
    rate,
    rtmpPlayKey,
    segmentSeconds: hls.segmentSeconds,
    format: hls.format,
    renditions: hls.renditions,
  };
}
