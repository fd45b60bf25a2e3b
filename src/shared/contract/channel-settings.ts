import { z } from 'zod';
import { encodersSchema, engineConfigSchema, renditionsSchema } from '../engine-protocol/engine-config.ts';
import { call } from './call.ts';

const engine = engineConfigSchema.shape;
const video = engine.video.unwrap().shape;
const audio = engine.audio.unwrap().shape;
const hls = engine.hls.unwrap().shape;

/** How the channel looks, is encoded and served. */
export const channelSettingsSchema = z.strictObject({
  name: engine.channelName.unwrap(),
  width: engine.width.unwrap(),
  height: engine.height.unwrap(),
  rate: engine.rate.unwrap(),
  video: z.strictObject({
    encoder: video.encoder.unwrap(),
    preset: video.preset.unwrap(),
    bitrateKbps: video.bitrateKbps.unwrap(),
    tune: video.tune.unwrap(),
    profile: video.profile.unwrap(),
  }),
  audio: z.strictObject({ bitrateKbps: audio.bitrateKbps.unwrap() }),
  hls: z.strictObject({
    segmentSeconds: hls.segmentSeconds.unwrap(),
    windowSegments: hls.windowSegments.unwrap(),
    format: hls.format.unwrap(),
    renditions: renditionsSchema,
  }),
  /** The key under which players get the channel over RTMP. Keys to publish belong to the live inputs. */
  rtmpPlayKey: engine.rtmpPlayKey.unwrap(),
});
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

/** A change of some of them: what is left out stays as it is. */
export const channelSettingsChangeSchema = channelSettingsSchema
  .extend({
    video: channelSettingsSchema.shape.video.partial(),
    audio: channelSettingsSchema.shape.audio.partial(),
    hls: channelSettingsSchema.shape.hls.partial(),
  })
  .partial();
export type ChannelSettingsChange = z.infer<typeof channelSettingsChangeSchema>;

/** The settings as they are kept, and what of them is not true of the air yet. */
export const channelSetupSchema = z.object({
  settings: channelSettingsSchema,
  /** Settings that wait, by the names that they have in `settings`, such as `hls.format`. */
  waiting: z.object({
    /** Until the engine is started again: `applyNow` does it. */
    forEngine: z.array(z.string()),
    /** Until the whole station is started again: the planner counts in this rate's frames. */
    forStation: z.array(z.string()),
  }),
  /** What starting the engine again would cost viewers. */
  restartCosts: z.object({ lostMs: z.int(), discontinuities: z.int() }),
  /** null: the engine can't be asked right now. */
  encoders: encodersSchema.nullable(),
});
export type ChannelSetup = z.infer<typeof channelSetupSchema>;

/** The channel's settings. A change of bitrate, preset or encoder shows from the next key frame on and loses no frame. */
export const channelSettingsContract = {
  get: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'GET', path: '/api/channel', tags: ['channel'] })
    .output(channelSetupSchema),
  change: call
    .meta({ leastRole: 'admin' })
    .route({ method: 'PUT', path: '/api/channel', tags: ['channel'] })
    .input(channelSettingsChangeSchema.extend({ applyNow: z.boolean().default(false) }))
    .output(channelSetupSchema.extend({ hasRestarted: z.boolean() })),
};
