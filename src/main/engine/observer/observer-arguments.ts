/** The file descriptor on which the observer's child tells of sound; it tells of pictures on its stdout. */
export const SOUND_SIGNS_FD = 3;
/** Samples below this are silence: far under the quietest programme, above the noise of an encoder. */
const SILENCE_DB = -60;
/** Differences below this between two key frames are the encoder's. */
const STILL_DB = -50;
/** Luma from black (16) up to this is dark. */
const DARKEST = 32;

/**
 * The arguments of the observer's child: a stream that was thinned to key frames and sound on stdin, what FFmpeg's own detectors say of each as text. Small
 * pictures, one thread, no loop filter: it has to cost next to nothing.
 */
export function observerArguments(container: 'mpegts' | 'mp4'): readonly string[] {
  const pictures = [
    'scale=160:90:flags=fast_bilinear',
    `blackframe=amount=0:threshold=${DARKEST}`,
    // Shorter than two key frames lie apart: two that are equal begin a freeze, two that differ begin one and end it.
    `freezedetect=n=${STILL_DB}dB:d=0.5`,
    'metadata=print:file=pipe\\\\:1:direct=1',
  ];
  const sound = [`silencedetect=n=${SILENCE_DB}dB:d=1`, `ametadata=print:file=pipe\\\\:${SOUND_SIGNS_FD}:direct=1`];
  return [
    ...['-hide_banner', '-nostdin', '-v', 'fatal', '-probesize', '2000000', '-analyzeduration', '1000000'],
    ...['-threads', '1', '-skip_frame', 'nokey', '-skip_loop_filter', 'all', '-flags', 'low_delay', '-f', container, '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-vf', pictures.join(','), '-fps_mode', 'passthrough', '-f', 'null', '-'],
    ...['-map', '0:a:0', '-af', sound.join(','), '-f', 'null', '-'],
  ];
}
