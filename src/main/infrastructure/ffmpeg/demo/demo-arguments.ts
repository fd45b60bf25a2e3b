import { backdropGraph } from './backdrops.ts';
import type { DemoClip } from './demo-clip.ts';
import { musicGraph } from './music.ts';
import { captionFilters, shapesGraph } from './overlays.ts';

/** A clip comes up from black and goes back to it, so that any two can stand next to each other. */
const FADE_SECONDS = 0.4;

/**
 * FFmpeg's arguments to make a clip out of nothing but its own sources.
 * @param hasText whether this FFmpeg can write text; without it, captions are left out.
 */
export function demoArguments(clip: DemoClip, output: string, hasText: boolean): readonly string[] {
  const { width, height, rate, sar } = clip.stored;
  const finish = [
    ...(hasText ? captionFilters(clip.captions) : []),
    `fade=t=in:d=${FADE_SECONDS},fade=t=out:st=${clip.seconds - FADE_SECONDS}:d=${FADE_SECONDS}`,
    `scale=${width}:${height}:flags=bicubic,setsar=${sar},format=yuv420p,trim=end=${clip.seconds}`,
  ].join(',');
  const graph = [
    backdropGraph(clip.backdrop, rate),
    shapesGraph(clip.shapes, rate),
    `[shaped]${finish}[picture]`,
    musicGraph(clip.music, clip.seconds),
  ].join(';');
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-nostats', '-progress', 'pipe:1', '-y'],
    ...['-filter_complex', graph, '-map', '[picture]', '-map', '[sound]', '-t', String(clip.seconds)],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'superfast',
      '-crf',
      '23',
      '-maxrate',
      '5M',
      '-bufsize',
      '10M',
      '-g',
      '50',
      '-c:a',
      'aac',
      '-b:a',
      '160k',
      '-ar',
      '48000',
    ],
    ...['-metadata', `title=${clip.title}`, '-movflags', '+faststart', '-f', 'mp4', output],
  ];
}

/** FFmpeg's arguments to find out whether it can write text: it may be built without, or find no font. */
export function textTrialArguments(): readonly string[] {
  const trial = ['-f', 'lavfi', '-i', 'color=s=64x64', '-vf', 'drawtext=text=Perpetua', '-frames:v', '1', '-f', 'null', '-'];
  return ['-hide_banner', '-nostdin', '-loglevel', 'error', ...trial];
}
