/** The size that pictures are read at: enough for the code, little to look at. */
export const READING_SIZE = { width: 160, height: 90 } as const;

/** FFmpeg's tick in the packet lists: that of MPEG-TS, so that nothing is rounded. */
const TICK = '1/90000';

/**
 * FFmpeg's arguments to decode a stream to grey pictures on stdout and mono sound on pipe 3, with the times of each on pipes 4 and 5.
 * Times are those of the stream: nothing is shifted, filled or dropped.
 */
export function readingArguments(input: string, inputArguments: readonly string[], hasSound: boolean): readonly string[] {
  const picture = `[0:v:0]scale=${READING_SIZE.width}:${READING_SIZE.height}:flags=area,format=gray,split[picture][times]`;
  const sound = '[0:a:0]aformat=sample_fmts=s16:sample_rates=48000:channel_layouts=mono,asplit[sound][soundtimes]';
  const raw = ['-fps_mode', 'passthrough', '-enc_time_base', TICK];
  return [
    ...['-hide_banner', '-nostats', '-loglevel', 'error', '-copyts'],
    ...[...inputArguments, '-i', input],
    ...['-filter_complex', hasSound ? `${picture};${sound}` : picture],
    ...['-map', '[picture]', ...raw, '-f', 'rawvideo', '-c:v', 'rawvideo', 'pipe:1'],
    ...['-map', '[times]', ...raw, '-f', 'framecrc', '-c:v', 'rawvideo', 'pipe:4'],
    ...(hasSound ? ['-map', '[sound]', '-f', 's16le', '-c:a', 'pcm_s16le', 'pipe:3'] : []),
    ...(hasSound ? ['-map', '[soundtimes]', '-f', 'framecrc', '-c:a', 'pcm_s16le', 'pipe:5'] : []),
  ];
}
