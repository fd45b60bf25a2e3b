import { encoderArguments } from '../../src/main/engine/encoder/encoder-arguments.ts';
import { decoderArguments } from '../../src/main/engine/producers/decoder-arguments.ts';
import type { FrameFormat } from '../../src/main/engine/producers/frame-format.ts';
import type { EngineConfig } from '../../src/shared/engine-protocol/index.ts';
import { decibels, formatFrameRate, frames } from '../../src/shared/time/index.ts';

/**
 * The arguments of the one plain FFmpeg that the engine is measured against: the same clips in a loop at real time, the engine's own scaling
 * and coding, HLS out. Filters and codec options are taken from the engine's own arguments, so that both always do the same work.
 */
export function plainArguments(config: EngineConfig, format: FrameFormat, list: string, playlist: string): readonly string[] {
  const rate = formatFrameRate(format.rate);
  const { segmentSeconds, windowSegments } = config.hls;
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-nostats', '-progress', 'pipe:1'],
    ...['-re', '-stream_loop', '-1', '-f', 'concat', '-safe', '0', '-i', list, '-map', '0:v:0', '-map', '0:a:0'],
    ...['-vf', `fps=${rate},${engineScaling(format)}`, '-af', 'aresample=48000,aformat=channel_layouts=stereo'],
    ...engineCoding(config, format),
    ...['-f', 'hls', '-hls_time', String(segmentSeconds), '-hls_list_size', String(windowSegments)],
    ...['-hls_flags', 'delete_segments+program_date_time', playlist],
  ];
}

/** The engine's filters from its scaling on. */
function engineScaling(format: FrameFormat): string {
  const source = { type: 'file', path: 'clip.mp4', inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) } as const;
  const opening = { originUs: 0, colourMatrix: null, isHdr: false, soundTrack: 0 };
  const args = decoderArguments({ source, lengthFrames: null }, opening, format, false);
  const filter = args[args.indexOf('-vf') + 1] ?? '';
  return filter.slice(filter.indexOf('scale='));
}

/** The engine's codec options for picture and sound. */
function engineCoding(config: EngineConfig, format: FrameFormat): readonly string[] {
  const args = encoderArguments(config, format, frames(0));
  return args.slice(args.indexOf('-c:v'), args.indexOf('-output_ts_offset'));
}
