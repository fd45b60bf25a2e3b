import { z } from 'zod';
import { type FrameRate, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import type { PictureFacts, ProbedFacts, SoundFacts } from '../../domain/library/index.ts';

const streamSchema = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  width: z.number().default(0),
  height: z.number().default(0),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  field_order: z.string().optional(),
  duration: z.string().optional(),
  channels: z.number().default(0),
  sample_rate: z.string().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).optional(),
  tags: z.object({ DURATION: z.string().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
});
type Stream = z.infer<typeof streamSchema>;

const answerSchema = z.object({
  format: z.object({ format_name: z.string().default('unknown'), duration: z.string().optional() }),
  streams: z.array(streamSchema).default([]),
  chapters: z.array(z.object({ start_time: z.string(), tags: z.object({ title: z.string().optional() }).optional() })).default([]),
});

/** Reads the JSON that FFprobe prints for `ffprobeArguments`; null when it is not such JSON (FFprobe prints `{}` when it gave up). */
export function parseFfprobe(text: string): ProbedFacts | null {
  const answer = answerSchema.safeParse(jsonOf(text));
  if (!answer.success) return null;
  const { format, streams, chapters } = answer.data;
  const video = streams.find((stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1);
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  return {
    container: format.format_name,
    claimedDuration: seconds(format.duration),
    claimedPictureDuration: seconds(video?.duration) ?? clock(video?.tags?.DURATION),
    picture: video ? pictureOf(video) : null,
    sound: audio ? soundOf(audio) : null,
    chapters: chapters.map(({ start_time, tags }) => ({
      from: milliseconds(Number(start_time) * 1000),
      title: tags?.title?.trim() || null,
    })),
  };
}

function pictureOf(stream: Stream): PictureFacts {
  return {
    codec: stream.codec_name,
    width: stream.width,
    height: stream.height,
    pixelAspect: aspect(stream.sample_aspect_ratio),
    nominalRate: rate(stream.r_frame_rate),
    averageRate: rate(stream.avg_frame_rate),
    isInterlaced: /^[tb]{2}$/.test(stream.field_order ?? ''),
    rotationDegrees: clockwise(stream.side_data_list.find((entry) => entry.rotation !== undefined)?.rotation ?? 0),
  };
}

function soundOf(stream: Stream): SoundFacts {
  return { codec: stream.codec_name, channels: stream.channels, sampleRateHz: Number(stream.sample_rate ?? 0) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `12.345000` as milliseconds; `N/A` and its like as null. */
function seconds(text: string | undefined): Milliseconds | null {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) || value <= 0 ? null : milliseconds(value * 1000);
}

/** Matroska's `00:00:04.021000000` as milliseconds. */
function clock(text: string | undefined): Milliseconds | null {
  const match = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text ?? '');
  return match ? milliseconds((Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000) : null;
}

function rate(text: string | undefined): FrameRate | null {
  return text === undefined || !/^[1-9]\d*\/[1-9]\d*$/.test(text) ? null : parseFrameRate(text);
}

function aspect(text: string | undefined): PictureFacts['pixelAspect'] {
  const match = /^([1-9]\d*):([1-9]\d*)$/.exec(text ?? '');
  return match ? { num: Number(match[1]), den: Number(match[2]) } : { num: 1, den: 1 };
}

/** FFprobe tells how far the picture is turned counter-clockwise; turns that are no quarter are left alone, as players do. */
function clockwise(counterClockwise: number): PictureFacts['rotationDegrees'] {
  const turn = (((-Math.round(counterClockwise) % 360) + 360) % 360) as PictureFacts['rotationDegrees'];
  return [0, 90, 180, 270].includes(turn) ? turn : 0;
}
