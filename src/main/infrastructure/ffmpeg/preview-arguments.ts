import { formatFrameRate, framesToMs, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { PreviewOrder } from '../../application/ports/media-previews.ts';
import { inputFormat } from './input-format.ts';

const PLAIN_FILES = ['-protocol_whitelist', 'file,pipe'] as const;

/** Containers write times in whole milliseconds at worst: seeking this much early never loses the frame asked for, and never finds the one before. */
const EARLY_MS = 2;

/** ffprobe's arguments to print when a file begins, and when its picture does. */
export function beginningArguments(path: string): readonly string[] {
  const entries = ['-select_streams', 'V:0', '-show_entries', 'stream=start_time:format=start_time', '-of', 'csv=p=1'];
  return ['-v', 'error', ...PLAIN_FILES, ...entries, `file:${path}`];
}

/** How long after the file's beginning its first picture comes, out of what ffprobe printed. Sound that comes first is not aired without it. */
export function parsePictureDelay(printed: string): Milliseconds {
  const startOf = (what: string) => Number(new RegExp(`^${what},(-?[\\d.]+)`, 'm').exec(printed)?.[1] ?? 0);
  return milliseconds(Math.max(0, 1000 * (startOf('stream') - startOf('format'))));
}

/**
 * FFmpeg's arguments to print a part of a film as fragmented MP4 that any window can play. Seeking before the input goes to the picture asked
 * for, and costs the same however long the film is. The sound is filled up, so that parts that follow each other have no gap between them.
 */
export function previewArguments(
  path: string,
  { from, count, rate, picture, hasSound }: PreviewOrder,
  pictureDelay: Milliseconds,
): readonly string[] {
  const shape = 'scale=iw*sar:ih,scale=640:360:force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1';
  const steady = `fps=${formatFrameRate(rate)}:start_time=0:round=near`;
  const filters = [...(picture?.isInterlaced ? ['yadif=deint=interlaced'] : []), steady, shape].join(',');
  const sound = ['-map', '0:a:0', '-af', 'aresample=48000:async=1:first_pts=0,apad', '-ac', '2', '-c:a', 'aac', '-b:a', '96k'];
  return [
    ...['-v', 'error', '-nostdin', '-threads', '1', ...PLAIN_FILES, ...inputs(path, { from, rate, picture }, pictureDelay)],
    ...['-map', picture === null ? '1:v:0' : '0:V:0', '-frames:v', String(count), '-vf', filters],
    // Bound, so that a part of any film has its place in memory; without B-pictures, so that its first frame is its time 0.
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-crf', '25', '-maxrate', '1500k', '-bufsize', '3000k'],
    ...['-g', '25', '-bf', '0', '-pix_fmt', 'yuv420p'],
    ...(hasSound ? sound : []),
    ...[
      '-t',
      seconds(framesToMs(count, rate)),
      '-movflags',
      '+empty_moov+default_base_moof+frag_keyframe+delay_moov',
      '-f',
      'mp4',
      'pipe:1',
    ],
  ];
}

/** A still goes on for ever; sound alone has a black picture beside it. */
function inputs(
  path: string,
  { from, rate, picture }: Pick<PreviewOrder, 'from' | 'rate' | 'picture'>,
  delay: Milliseconds,
): readonly string[] {
  const still = inputFormat(path);
  if (still.length > 0) return [...still, '-loop', '1', '-framerate', formatFrameRate(rate), '-i', `file:${path}`];
  const seek = Math.max(0, framesToMs(from, rate) + delay - EARLY_MS);
  const film = ['-ss', seconds(seek), '-i', `file:${path}`];
  return picture === null ? [...film, '-f', 'lavfi', '-i', `color=c=black:s=640x360:r=${formatFrameRate(rate)}`] : film;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(6);
