import type { EngineConfig } from '../../../../shared/engine-protocol/index.ts';

/** A rendition as it is made. */
export interface RenditionPlan {
  readonly width: number;
  readonly height: number;
  readonly bitrateKbps: number;
  readonly preset: EngineConfig['video']['preset'];
}

/**
 * The arguments of a rendition's FFmpeg: the channel's TS on stdin, the same pictures smaller on stdout, with the timestamps, the key frames and the very
 * sound that they came with.
 */
export function renditionArguments({ width, height, bitrateKbps, preset }: RenditionPlan): readonly string[] {
  return [
    ...['-hide_banner', '-nostdin', '-v', 'warning', '-copyts'],
    ...['-analyzeduration', '1000000', '-f', 'mpegts', '-i', 'pipe:0', '-map', '0:v:0', '-map', '0:a:0', '-fps_mode', 'passthrough'],
    ...['-vf', `scale=${width}:${height}`, '-c:v', 'libx264', '-preset', preset, '-bf', '2', '-rc-lookahead', '5'],
    ...['-b:v', `${bitrateKbps}k`, '-maxrate', `${Math.round(bitrateKbps * 1.25)}k`, '-bufsize', `${bitrateKbps * 2}k`],
    ...['-g', '1000', '-sc_threshold', '0', '-forced-idr', '1', '-force_key_frames', 'source', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'copy', '-muxdelay', '0', '-muxpreload', '0', '-flush_packets', '1', '-f', 'mpegts', 'pipe:1'],
  ];
}
