import type { EngineConfig } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, formatFrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';
import type { FrameFormat } from '../producers/frame-format.ts';
import { deviceArguments, idrArguments, pictureArguments, videoArguments } from './video-arguments.ts';

/** The timestamp of the channel's first frame in the stream, in seconds: room for the sound that an encoder puts before it. */
export const EPOCH_PTS_SECONDS = 10;

/** The file descriptor that the encoder reads its sound from; pictures come in on its stdin. */
export const ENCODER_SOUND_FD = 3;

/** Key frames lie exactly so many frames apart, counted from the stream's first: one at the start of each HLS segment. */
export function keyFrameDistance(config: EngineConfig, rate: FrameRate): number {
  return Math.round((config.hls.segmentSeconds * rate.num) / rate.den);
}

/**
 * The arguments of the encoder: raw pictures on stdin, raw sound on descriptor 3, MPEG-TS on stdout. `sinceEpoch` counts the frames that the channel had
 * before this encoder's first one: its timestamps and its key frames carry on where they would have been.
 */
export function encoderArguments(config: EngineConfig, format: FrameFormat, sinceEpoch: Frames): readonly string[] {
  const { rate, width, height } = format;
  const noProbing = ['-probesize', '32', '-analyzeduration', '0'];
  const pictures = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${width}x${height}`, '-framerate', formatFrameRate(rate)];
  const sound = ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '2'];
  const offset = EPOCH_PTS_SECONDS + (sinceEpoch * rate.den) / rate.num;
  return [
    ...['-hide_banner', '-nostdin', '-v', 'warning', ...deviceArguments(config.video.encoder)],
    ...[...noProbing, '-thread_queue_size', '4', ...pictures, '-i', 'pipe:0'],
    ...[...noProbing, '-thread_queue_size', '64', ...sound, '-i', `pipe:${ENCODER_SOUND_FD}`],
    ...['-map', '0:v:0', '-map', '1:a:0', '-fps_mode', 'passthrough'],
    ...videoArguments(config.video),
    ...keyFrameArguments(config, rate, sinceEpoch),
    ...pictureArguments(config.video.encoder),
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-c:a', 'aac', '-b:a', `${config.audio.bitrateKbps}k`],
    ...['-output_ts_offset', offset.toFixed(6), '-muxdelay', '0', '-muxpreload', '0', '-flush_packets', '1'],
    ...['-f', 'mpegts', 'pipe:1'],
  ];
}

function keyFrameArguments(config: EngineConfig, rate: FrameRate, sinceEpoch: Frames): readonly string[] {
  const distance = keyFrameDistance(config, rate);
  return [
    ...['-g', String(distance), '-keyint_min', String(distance), '-sc_threshold', '0', ...idrArguments(config.video.encoder)],
    ...['-force_key_frames', `expr:not(mod(n+${sinceEpoch % distance},${distance}))`],
  ];
}
