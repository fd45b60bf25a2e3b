import { extname } from 'node:path';
import { formatFrameRate } from '../../src/shared/time/index.ts';
import { PICTURE_UNITS } from '../code/code-layout.ts';
import type { ClipSpec } from './clip-spec.ts';

const PAN = {
  mono: 'pan=mono|c0=c0',
  stereo: 'pan=stereo|c0=c0|c1=c0',
  '5.1': 'pan=5.1|FL=c0|FR=c0|FC=c0|LFE=0*c0|BL=c0|BR=c0',
} as const;

/** The sample rate of a clip. */
export function sampleRateOf(spec: ClipSpec): number {
  return spec.sampleRate ?? 48_000;
}

/** FFmpeg's arguments to make a clip from drawn pictures on stdin and, unless it is silent, drawn sound on pipe 3. */
export function clipArguments(spec: ClipSpec, output: string): readonly string[] {
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${PICTURE_UNITS}x${PICTURE_UNITS}`, '-r', formatFrameRate(spec.rate)];
  const sound = ['-f', 's16le', '-ar', String(sampleRateOf(spec)), '-ac', '1'];
  const quickStart = ['-probesize', '32', '-analyzeduration', '0'];
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...[...quickStart, ...picture, '-i', 'pipe:0'],
    ...(spec.audio === 'none' ? [] : [...quickStart, ...sound, '-i', 'pipe:3']),
    ...['-vf', pictureFilter(spec)],
    ...(spec.audio === 'none' ? [] : ['-af', PAN[spec.audio]]),
    ...(spec.variableRate ? ['-fps_mode', 'passthrough'] : []),
    ...videoCodec(spec),
    ...(spec.audio === 'none' ? ['-an'] : audioCodec(spec)),
    ...['-fflags', '+bitexact', '-map_metadata', '-1', output],
  ];
}

function pictureFilter(spec: ClipSpec): string {
  const isOnItsSide = spec.rotation === 90 || spec.rotation === 270;
  // The stored picture is turned the other way, so that a player that obeys the tag shows it upright.
  const turn = { 0: [], 90: ['transpose=cclock'], 180: ['hflip', 'vflip'], 270: ['transpose=clock'] }[spec.rotation ?? 0];
  const size = isOnItsSide ? `${spec.height}:${spec.width}` : `${spec.width}:${spec.height}`;
  return [
    ...(spec.variableRate ? ["select='not(eq(mod(n,5),3))'"] : []),
    ...turn,
    // The drawn levels are those of television (16 to 235) already.
    `scale=${size}:flags=neighbor:in_range=tv:out_range=tv`,
    `format=${spec.pixelFormat ?? 'yuv420p'}`,
    `setsar=${(spec.sar ?? '1:1').replace(':', '/')}`,
    ...(spec.interlaced ? ['setfield=tff'] : []),
  ].join(',');
}

function videoCodec(spec: ClipSpec): readonly string[] {
  const interlacing = spec.interlaced ? ['-flags', '+ildct+ilme', '-field_order', 'tt'] : [];
  const codec = spec.videoCodec ?? 'libx264';
  const quality = codec === 'libx264' ? ['-preset', spec.interlaced ? 'superfast' : 'ultrafast', '-crf', '20'] : ['-q:v', '3'];
  return ['-c:v', codec, ...quality, '-g', '50', ...interlacing];
}

function audioCodec(spec: ClipSpec): readonly string[] {
  const codec = spec.audioCodec ?? 'aac';
  return codec === 'pcm_s16le' ? ['-c:a', codec] : ['-c:a', codec, '-b:a', spec.audio === '5.1' ? '384k' : '128k'];
}

/** FFmpeg's arguments to tag a finished clip with the turn that a player has to make, for FFmpeg of a major version. */
export function rotationArguments(input: string, output: string, rotation: number, ffmpegMajor: number): readonly string[] {
  const start = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'];
  const copy = ['-map', '0', '-c', 'copy', '-fflags', '+bitexact'];
  // FFmpeg counts anticlockwise in both; version 6 replaced the tag by an option.
  if (ffmpegMajor >= 6) return [...start, '-display_rotation', String(-rotation), '-i', input, ...copy, output];
  return [...start, '-i', input, ...copy, '-metadata:s:v:0', `rotate=${360 - rotation}`, output];
}

/** The container's extension, which names a finished clip as well as an unfinished one. */
export function containerOf(path: string): string {
  return extname(path) || '.mp4';
}
