import { z } from 'zod';
import { engineConfigSchema } from '../../../shared/engine-protocol/engine-config.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { isTimeZone } from '../../../shared/time/station-calendar.ts';
import { USUAL_FLAW_LIMITS } from '../../domain/library/readiness.ts';
import { machineZone } from '../system/machine-zone.ts';

const engine = engineConfigSchema.shape;

/** Less than is worth a look can't be told; a day is as good as never. */
const flawSeconds = (usual: Milliseconds) =>
  z
    .number()
    .min(5)
    .max(86_400)
    .default(usual / 1000);

/**
 * `station.json` in the station's data folder: how this station is set up. Every field has a default; an unknown one is refused,
 * because a mistyped setting that does nothing is worse than one that complains. Ranges are the engine's own.
 */
export const stationSettingsSchema = z.strictObject({
  channel: z
    .strictObject({
      name: engine.channelName,
      width: engine.width,
      height: engine.height,
      rate: engine.rate,
      /** The zone of the station's broadcast days until a plan names another: the machine's at the first start, kept from then on. */
      zone: z.string().refine(isTimeZone, 'not a time zone (an IANA name, like Europe/Lisbon)').default(machineZone),
    })
    .prefault({}),
  encoding: z.strictObject({ video: engine.video, audio: engine.audio }).prefault({}),
  hls: engine.hls,
  rtmpPlayKey: engine.rtmpPlayKey,
  network: z
    .strictObject({
      /** The address that the API, the streams and the RTMP endpoint listen on: this machine only, unless it says otherwise. */
      host: z.string().min(1).max(255).default('127.0.0.1'),
      /** Ports; 0 takes any free one. */
      apiPort: z.int().min(0).max(65_535).default(8080),
      streamPort: engine.streamPort,
      rtmpPort: engine.rtmpPort,
    })
    .prefault({}),
  schedule: z
    .strictObject({
      /** The near future that only air controls may change. */
      lockWindowSeconds: z.int().min(5).max(600).default(30),
    })
    .prefault({}),
  library: z
    .strictObject({
      /** From how many seconds on black, a still or silence that nobody meant keeps an asset from the air. */
      longBlackSeconds: flawSeconds(USUAL_FLAW_LIMITS.black),
      longFreezeSeconds: flawSeconds(USUAL_FLAW_LIMITS.freeze),
      longSilenceSeconds: flawSeconds(USUAL_FLAW_LIMITS.silence),
      /** How long a still picture is shown unless somebody says otherwise. */
      stillSeconds: z.number().min(1).max(86_400).default(10),
    })
    .prefault({}),
  outputs: engine.outputs,
  inputs: engine.inputs,
  cueAheadSeconds: engine.cueAheadSeconds,
  restartPolicy: engine.restartPolicy,
  audioLanguage: engine.audioLanguage,
  observer: engine.observer,
  slate: engine.slate,
  /** Whether the console on this machine is an admin without signing in. The network always signs in. */
  trustDesktop: z.boolean().default(true),
  /** FFmpeg's programs; null finds them by itself. */
  ffmpeg: z
    .strictObject({ ffmpegPath: z.string().min(1).nullable().default(null), ffprobePath: z.string().min(1).nullable().default(null) })
    .prefault({}),
});
export type StationSettings = z.infer<typeof stationSettingsSchema>;
