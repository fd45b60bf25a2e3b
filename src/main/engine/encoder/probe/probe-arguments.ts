import { formatFrameRate } from '../../../../shared/time/index.ts';
import type { FrameFormat } from '../../producers/frame-format.ts';
import { deviceArguments, pictureArguments, type VideoSettings, videoArguments } from '../video-arguments.ts';

/** The arguments of a trial: raw pictures on stdin, what the encoder makes of them as MPEG-TS on stdout. */
export function probeArguments(video: VideoSettings, { width, height, rate }: FrameFormat): readonly string[] {
  const pictures = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${width}x${height}`, '-framerate', formatFrameRate(rate)];
  return [
    ...['-hide_banner', '-nostdin', '-v', 'warning', ...deviceArguments(video.encoder)],
    ...['-probesize', '32', '-analyzeduration', '0', ...pictures, '-i', 'pipe:0'],
    ...[...videoArguments(video), ...pictureArguments(video.encoder), '-f', 'mpegts', 'pipe:'],
  ];
}
