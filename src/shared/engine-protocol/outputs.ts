import { z } from 'zod';
import { addressSchema, hasHost, hasHostAndPort, refuseTwins } from './station-address.ts';

/** Ids that outputs of the station itself have; no configured output may take one. */
const TAKEN_IDS = ['hls', 'rtmp', 'preview'];

const common = {
  /** Never given to another output, so that its state can be told from one before it. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Small letters, digits and hyphens only, at most 40.')
    .refine((id) => !TAKEN_IDS.includes(id), 'This id belongs to an output of the station itself.'),
  /** What an operator calls it. */
  name: z.string().min(1).max(60),
  enabled: z.boolean().default(true),
};

const secretSchema = z.string().max(512);

/** To a server that takes publishers over RTMP or RTMPS, such as a streaming platform. */
const rtmpOutputSchema = z.object({
  ...common,
  type: z.literal('rtmp'),
  url: addressSchema(['rtmp:', 'rtmps:'], 'rtmp://host/app or rtmps://host/app', hasHost),
  /** The stream's key, put behind the address; empty when the address has it already. */
  key: secretSchema.default(''),
  /** Over RTMPS: only to a server whose certificate is valid for its name and signed by an authority that is trusted. */
  verifyCertificate: z.boolean().default(true),
  /** An absolute path to the authorities that are trusted, in PEM; null: those that FFmpeg's TLS library trusts by itself. */
  authoritiesFile: z.string().min(1).max(1000).nullable().default(null),
});

/** Over SRT: the station calls a receiver, or waits for one to call. */
const srtOutputSchema = z.object({
  ...common,
  type: z.literal('srt'),
  url: addressSchema(['srt:'], 'srt://host:port', hasHostAndPort),
  mode: z.enum(['caller', 'listener']).default('caller'),
  /** How long the receiver may take to have lost packets sent again. */
  latencyMs: z.int().min(20).max(8000).default(200),
  /** 10 to 79 characters (SRT, SRTO_PASSPHRASE); empty: not encrypted. */
  passphrase: z.union([z.literal(''), z.string().min(10).max(79)]).default(''),
  /** What the receiver tells streams apart by; empty: none. */
  streamId: secretSchema.default(''),
});

/** MPEG-TS in UDP datagrams, to one receiver or a multicast group. */
const udpOutputSchema = z.object({
  ...common,
  type: z.literal('udp'),
  url: addressSchema(['udp:'], 'udp://host:port', hasHostAndPort),
});

/** HLS put on a web server, playlist and segments, by HTTP PUT. */
const hlsPutOutputSchema = z.object({
  ...common,
  type: z.literal('hls-put'),
  url: addressSchema(['http:', 'https:'], 'https://host/path/name.m3u8', ({ pathname }) => pathname.endsWith('.m3u8')),
  /** The least length of a segment; each ends at the next key frame. */
  segmentSeconds: z.int().min(1).max(20).default(4),
  windowSegments: z.int().min(3).max(100).default(10),
});

/** Files of the whole channel, cut by the clock. */
const recorderOutputSchema = z.object({
  ...common,
  type: z.literal('recorder'),
  /** An absolute path; null: the engine's own folder. */
  folder: z.string().min(1).max(1000).nullable().default(null),
  /** Files are cut at multiples of this since midnight UTC. */
  segmentMinutes: z.int().min(1).max(1440).default(60),
  /** Recordings that ended longer ago are removed. null: kept for ever. */
  keepDays: z.number().positive().max(3650).nullable().default(30),
  /** The oldest recordings are removed when there are more. null: as much as the disk holds. */
  keepGigabytes: z.number().positive().nullable().default(null),
  /** With less free space than this the oldest recordings go, and with none left recording pauses. */
  leastFreeGigabytes: z.number().min(0).default(5),
});

/** A place that the channel is sent to or kept at, beyond the station's own stream server. Times in the unit of their name. */
export const outputSchema = z.discriminatedUnion('type', [
  rtmpOutputSchema,
  srtOutputSchema,
  udpOutputSchema,
  hlsPutOutputSchema,
  recorderOutputSchema,
]);
export type Output = z.infer<typeof outputSchema>;
export type OutputOf<T extends Output['type']> = Extract<Output, { readonly type: T }>;

/** All of a station's outputs. No id stands twice. */
export const outputsSchema = z.array(outputSchema).max(32).superRefine(refuseTwins('output'));
