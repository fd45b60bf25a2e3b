/** The file descriptor on which the observer's child tells of sound; it tells of pictures on its stdout. */
export const SOUND_SIGNS_FD = 3;
/** Samples below this are silence: far under the quietest programme, above the noise of an encoder. */
const SILENCE_DB = -60;
/** Differences below this between two key frames are the encoder's. */
const STILL_DB = -50;
/** Ticks of a second in which a closer look counts: the seconds that FFmpeg prints are rounded to six digits, which after hours is more than a picture lasts. */
export const PICTURE_TICKS = 90_000;
/**
 * The most by which any block of 8x8 pixels of the small picture may change (the sum of their differences) and be the encoder's: six levels each. What an encoder
 * refines at a low bitrate stays below; a speaker's mouth and the digits of a clock do not, whereas the mean over the picture, which `freezedetect` takes, hides them.
 */
const STILL_BLOCK = 64 * 6;
/** Luma from black (16) up to this is dark. */
const DARKEST = 32;

const SMALL = 'scale=160:90:flags=fast_bilinear';
const PRINT = 'metadata=print:file=pipe\\\\:1:direct=1';
const PROBE = ['-hide_banner', '-nostdin', '-v', 'fatal', '-probesize', '2000000', '-analyzeduration', '1000000', '-threads', '1'];

/**
 * The arguments of the observer's child: a stream that was thinned to key frames and sound on stdin, what FFmpeg's own detectors say of each as text. Small
 * pictures, one thread, no loop filter: it has to cost next to nothing.
 */
export function observerArguments(container: 'mpegts' | 'mp4'): readonly string[] {
  const pictures = [
    SMALL,
    `blackframe=amount=0:threshold=${DARKEST}`,
    // Shorter than two key frames lie apart: two that are equal begin a freeze, two that differ begin one and end it.
    `freezedetect=n=${STILL_DB}dB:d=0.5`,
    PRINT,
  ];
  const sound = [`silencedetect=n=${SILENCE_DB}dB:d=1`, `ametadata=print:file=pipe\\\\:${SOUND_SIGNS_FD}:direct=1`];
  return [
    ...PROBE,
    ...['-skip_frame', 'nokey', '-skip_loop_filter', 'all', '-flags', 'low_delay', '-f', container, '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-vf', pictures.join(','), '-fps_mode', 'passthrough', '-f', 'null', '-'],
    ...['-map', '0:a:0', '-af', sound.join(','), '-f', 'null', '-'],
  ];
}

/** The arguments of a closer look: one whole segment on stdin; its first picture, and each that differs from the one named before it, as text. Pictures that no other refers to are left out. */
export function closerLookArguments(container: 'mpegts' | 'mp4'): readonly string[] {
  const differing = `mpdecimate=hi=${STILL_BLOCK}:lo=${STILL_BLOCK}:frac=0`;
  // Pictures of which nothing is noted are not printed.
  const pictures = [SMALL, `settb=1/${PICTURE_TICKS}`, differing, 'metadata=add:key=changed:value=1', PRINT];
  return [
    ...PROBE,
    ...['-skip_frame', 'noref', '-skip_loop_filter', 'all', '-f', container, '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-vf', pictures.join(','), '-fps_mode', 'passthrough', '-f', 'null', '-'],
  ];
}
