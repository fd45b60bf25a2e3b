import { z } from 'zod';
import { millisecondsSchema } from '../contract/quantities.ts';
import { addressSchema, hasHost, hasHostAndPort, refuseTwins } from './station-address.ts';

/** A whole number within bounds, both allowed, refused in words. */
function whole(least: number, most: number, unit: string) {
  return z.int('A whole number.').min(least, `At least ${least} ${unit}.`).max(most, `At most ${most} ${unit}.`);
}

const common = {
  /** Never given to another input, so that evidence of it can be told from that of one before it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Small letters, digits and hyphens only, at most 40.'),
  /** What an operator calls it; on air it is the title. */
  name: z.string().trim().min(1, 'Give it a name.').max(60, 'At most 60 characters.'),
  enabled: z.boolean().default(true),
  /** Whether the station airs it without being asked as soon as it is stable, and nothing else was taken by hand. */
  takesAirByItself: z.boolean().default(false),
  /** How long it must have come without trouble before it counts as stable; until then it never takes air by itself. */
  stableAfterSeconds: whole(1, 300, 's').default(5),
};

/** Published to the station's own RTMP server: rtmp://station:1935/live/KEY. The channel's own key is not to be had. */
const publishInputSchema = z.object({
  ...common,
  type: z.literal('rtmp-publish'),
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{4,128}$/, 'Letters, digits, hyphens and underscores only, 4 to 128.')
    .refine((key) => key !== 'channel', 'This is the key under which the channel is played.'),
});

/** Over SRT: the station waits for a sender, or calls one. */
const srtInputSchema = z.object({
  ...common,
  type: z.literal('srt'),
  url: addressSchema(['srt:'], 'srt://0.0.0.0:port', hasHostAndPort),
  mode: z.enum(['listener', 'caller']).default('listener'),
  /** How long lost packets may take to be sent again. */
  latencyMs: whole(20, 8000, 'ms').default(200),
  /** 10 to 79 characters (SRT, SRTO_PASSPHRASE); empty: not encrypted. */
  passphrase: z
    .string()
    .regex(/^(?:.{10,79})?$/su, '10 to 79 characters, or none.')
    .default(''),
  /** What the sender tells streams apart by; empty: none. */
  streamId: z.string().max(512, 'At most 512 characters.').default(''),
});

/** Fetched from an address: HLS or any live stream by HTTP, RTSP cameras, another server's RTMP, MPEG-TS in UDP. */
const urlInputSchema = z.object({
  ...common,
  type: z.literal('url'),
  url: addressSchema(['http:', 'https:', 'rtsp:', 'rtsps:', 'rtmp:', 'rtmps:', 'udp:', 'rtp:'], 'https://host/live.m3u8', hasHost),
});

/** A card or camera in the station's own computer, by the names that its system gives them. */
const deviceInputSchema = z.object({
  ...common,
  type: z.literal('device'),
  /** The picture: /dev/video0 (Linux), a device's number or name (macOS), its name (Windows). */
  picture: z.string().min(1, 'Name the device.').max(200, 'At most 200 characters.'),
  /** The sound: an ALSA or PulseAudio name such as hw:1 or default (Linux), a number or name (macOS, Windows); empty: none. */
  sound: z.string().max(200, 'At most 200 characters.').default(''),
  /** Which of Linux's sound systems `sound` is a name of. Elsewhere it means nothing. */
  soundSystem: z.enum(['alsa', 'pulse']).default('alsa'),
  /** What the device is asked for; null: what it gives by itself. */
  size: z
    .object({ width: whole(16, 4096, 'pixels'), height: whole(16, 4096, 'pixels') })
    .nullable()
    .default(null),
  /** Pictures a second that the device is asked for; null: what it gives by itself. */
  picturesPerSecond: z.number('A number.').min(1, 'At least 1.').max(120, 'At most 120.').nullable().default(null),
});

/** A live source that the station watches, and airs when told. Times in the unit of their name. */
export const inputSchema = z.discriminatedUnion('type', [publishInputSchema, srtInputSchema, urlInputSchema, deviceInputSchema]);
export type Input = z.infer<typeof inputSchema>;
export type InputOf<T extends Input['type']> = Extract<Input, { readonly type: T }>;

/** All of a station's live inputs. No id stands twice, and no key: a publisher is told by it alone. */
export const inputsSchema = z
  .array(inputSchema)
  .max(16)
  .superRefine(refuseTwins('input'))
  .superRefine((inputs, context) => {
    const keys = inputs.map((input) => (input.type === 'rtmp-publish' ? input.key : null));
    for (const [index, key] of keys.entries()) {
      if (key !== null && keys.indexOf(key) < index)
        context.addIssue({ code: 'custom', path: [index, 'key'], message: 'Another input has this key.' });
    }
  });

/**
 * How far a live input is. `waiting`: for somebody to come; `connecting`: it is being called; `receiving`: it comes; `stable`: and has come without
 * trouble for as long as its setting asks; `failed`: with the reason, and to be tried again.
 */
const INPUT_STATES = ['off', 'waiting', 'connecting', 'receiving', 'stable', 'failed'] as const;

/** How a live input does, as the engine sees it. */
export const inputStatusSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['rtmp-publish', 'srt', 'url', 'device']),
  state: z.enum(INPUT_STATES),
  /** In words for an operator; empty when all is well. Holds no address and no key. */
  detail: z.string(),
  /** Since it came, or since its last silence; 0 while nothing comes. */
  secondsStable: z.int(),
  /** Over the last five seconds. */
  bitrateKbps: z.int(),
  /** Its own size and rate, once known. */
  picture: z.object({ width: z.int(), height: z.int(), picturesPerSecond: z.number().nullable() }).nullable(),
  hasSound: z.boolean(),
  /** How old the latest thumbnail is; null: there is none. */
  thumbnailAgeMs: millisecondsSchema.nullable(),
});
export type InputStatus = z.infer<typeof inputStatusSchema>;
