import { assertNever } from '../../../shared/assert-never.ts';
import type { Input, InputOf } from '../../../shared/engine-protocol/index.ts';
import { SAMPLE_RATE } from '../../../shared/time/index.ts';
import type { FrameFormat } from '../producers/frame-format.ts';
import type { LiveStream } from './live-stream.ts';
import type { StreamFacts } from './stream-facts.ts';

/** The file descriptors beside stdout: a receiver's thumbnails, a decoder's sound and the times of its pictures. */
export const THUMBNAIL_FD = 3;
export const LIVE_SOUND_FD = 3;
export const LIVE_TIMES_FD = 4;

const QUIET = ['-hide_banner', '-nostdin', '-nostats'] as const;
/** Of a picture that comes already: enough to know what it is, and no more. */
const SHORT_LOOK = ['-probesize', '1000000', '-analyzeduration', '1500000', '-fpsprobesize', '0'] as const;
/** Lists of segments, and containers that nobody sends without an end. */
const COMES_IN_FILES = /\.(m3u8?|mpd|mp4|m4v|mov|mkv|webm|avi|mpe?g)$/i;
const THUMBNAIL_WIDTH = 320;

/** An input that the station fetches itself. */
export type PulledInput = Exclude<Input, { readonly type: 'rtmp-publish' }>;

/**
 * The arguments of the FFmpeg that receives a source: on stdout as MPEG-TS, the picture untouched where it is encoded; on descriptor 3 a small JPEG of a key frame about once a second.
 * Only key frames are decoded, so that watching costs next to nothing. Sound of whatever kind becomes MPEG sound, which MPEG-TS takes for sure.
 */
export function receiverArguments(input: PulledInput, platform: NodeJS.Platform): readonly string[] {
  // What a device gives is not encoded; every twelfth picture a key frame lets a cue be quick.
  const picture = input.type === 'device' ? ['-c:v', 'mpeg2video', '-q:v', '2', '-g', '12', '-bf', '0'] : ['-c:v', 'copy'];
  return [
    ...QUIET,
    ...['-v', 'info', ...(input.type === 'device' ? [] : ['-skip_frame', 'nokey'])],
    ...sourceArguments(input, platform),
    ...[
      '-map',
      '0:v:0',
      '-map',
      hasSoundInput(input, platform) ? '1:a:0' : '0:a:0?',
      ...picture,
      '-c:a',
      'mp2',
      '-b:a',
      '256k',
      '-ar',
      '48000',
      '-ac',
      '2',
    ],
    ...['-f', 'mpegts', '-flush_packets', '1', '-muxdelay', '0', '-muxpreload', '0', 'pipe:1'],
    ...thumbnailArguments(THUMBNAIL_FD),
  ];
}

/** The arguments of the FFmpeg that makes thumbnails of a stream on its stdin, on descriptor 3, and says what the stream is. */
export function thumbnailerArguments(format: LiveStream['format']): readonly string[] {
  return [...QUIET, '-v', 'info', ...SHORT_LOOK, '-skip_frame', 'nokey', '-f', format, '-i', 'pipe:0', ...thumbnailArguments(THUMBNAIL_FD)];
}

/**
 * The arguments of the FFmpeg that decodes a stream on its stdin: pictures in the channel's size on stdout, each as often as the source has it; a line with its time on descriptor 4; sound on
 * descriptor 3, from the stream's own start on and without a hole. Both are on one timeline. Pictures are not fitted to the channel's rate here: they would be, once more, when they are
 * chosen by the sound's time, and two roundings add up to a whole frame.
 */
export function liveDecoderArguments(format: LiveStream['format'], facts: StreamFacts, channel: FrameFormat): readonly string[] {
  const { width, height } = channel;
  const fit = `w='max(2,2*round(min(${width},${height}*dar)/2))':h='max(2,2*round(min(${height},${width}/dar)/2))'`;
  // Pictures up to 576 lines are taken for BT.601, as broadcast equipment does (ITU-R BT.601).
  const colour = facts.picture.height <= 576 ? ':in_color_matrix=bt601:out_color_matrix=bt709' : '';
  const filters = [
    'bwdif=mode=send_frame:deint=interlaced',
    ...sparing(facts, channel),
    `scale=${fit}:out_range=tv${colour}`,
    'setsar=1',
    'format=yuv420p',
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`,
    // The second filter prints pictures that have something to print.
    `metadata=mode=add:key=n:value=1,metadata=mode=print:direct=1:file='pipe\\:${LIVE_TIMES_FD}'`,
  ];
  const sound = `aresample=${SAMPLE_RATE}:async=1000:first_pts=0,aformat=sample_fmts=s16:sample_rates=${SAMPLE_RATE}:channel_layouts=stereo`;
  return [
    ...QUIET,
    ...['-v', 'error', '-threads', '2', '-filter_threads', '1', ...SHORT_LOOK, '-f', format, '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-fps_mode', 'passthrough', '-vf', filters.join(','), '-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'],
    ...(facts.hasSound ? ['-map', '0:a:0', '-af', sound, '-f', 's16le', `pipe:${LIVE_SOUND_FD}`] : []),
  ];
}

/** Of twice as many pictures as the channel has, or more, those that would never be shown are not scaled either. */
function sparing({ picture }: StreamFacts, { rate }: FrameFormat): readonly string[] {
  const step = Math.floor(((picture.picturesPerSecond ?? 0) * rate.den) / rate.num + 0.01);
  return step < 2 ? [] : [`framestep=${step}`];
}

function thumbnailArguments(fd: number): readonly string[] {
  const small = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,0.9)',scale=${THUMBNAIL_WIDTH}:-2,format=yuvj420p`;
  return [
    '-map',
    '0:v:0',
    '-an',
    '-fps_mode',
    'passthrough',
    '-vf',
    small,
    '-c:v',
    'mjpeg',
    '-q:v',
    '6',
    '-flush_packets',
    '1',
    '-f',
    'image2pipe',
    `pipe:${fd}`,
  ];
}

function sourceArguments(input: PulledInput, platform: NodeJS.Platform): readonly string[] {
  switch (input.type) {
    case 'srt':
      return [...srtOptions(input), '-i', input.url];
    case 'url':
      return [...urlOptions(input.url), '-i', input.url];
    case 'device':
      return deviceArguments(input, platform);
    default:
      return assertNever(input);
  }
}

function srtOptions({ mode, latencyMs, passphrase, streamId }: InputOf<'srt'>): readonly string[] {
  return [
    ...['-f', 'mpegts', ...SHORT_LOOK, '-mode', mode, '-latency', String(latencyMs * 1000)],
    ...(passphrase === '' ? [] : ['-passphrase', passphrase]),
    ...(streamId === '' ? [] : ['-srt_streamid', streamId]),
  ];
}

/** What comes by HTTP in files comes as fast as it can: it is read at its own pace. A stream that does not end is paced by whoever sends it: pacing it here as well would let it grow old. */
function urlOptions(url: string): readonly string[] {
  const { protocol, pathname } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return COMES_IN_FILES.test(pathname) ? ['-re'] : SHORT_LOOK;
  if (protocol === 'rtsp:' || protocol === 'rtsps:') return [...SHORT_LOOK, '-rtsp_transport', 'tcp'];
  if (protocol === 'udp:') return ['-f', 'mpegts', ...SHORT_LOOK, '-fifo_size', '50000', '-overrun_nonfatal', '1'];
  return SHORT_LOOK;
}

function deviceArguments(input: InputOf<'device'>, platform: NodeJS.Platform): readonly string[] {
  const { picture, sound, soundSystem, size, picturesPerSecond } = input;
  const asked = [
    ...(size === null ? [] : ['-video_size', `${size.width}x${size.height}`]),
    ...(picturesPerSecond === null ? [] : ['-framerate', String(picturesPerSecond)]),
  ];
  if (platform === 'darwin') return ['-f', 'avfoundation', ...asked, '-i', `${picture}:${sound === '' ? 'none' : sound}`];
  if (platform === 'win32')
    return ['-f', 'dshow', ...asked, '-rtbufsize', '100M', '-i', `video=${picture}${sound === '' ? '' : `:audio=${sound}`}`];
  const video = ['-f', 'v4l2', ...asked, '-thread_queue_size', '64'];
  if (!hasSoundInput(input, platform)) return [...video, '-i', picture];
  // The two begin when they are opened, one after the other: by the wall clock in both they are put in step.
  return [...video, '-timestamps', 'abs', '-i', picture, '-f', soundSystem, '-thread_queue_size', '512', '-isync', '0', '-i', sound];
}

/** Linux has picture and sound of devices apart; elsewhere they are one input. */
function hasSoundInput(input: PulledInput, platform: NodeJS.Platform): boolean {
  return input.type === 'device' && input.sound !== '' && platform !== 'darwin' && platform !== 'win32';
}
