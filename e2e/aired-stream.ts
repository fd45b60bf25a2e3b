import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a station's HLS stream holds, from a segment on. */
export interface AiredStream {
  /** The media sequence number of the last segment. */
  readonly last: number;
  /** Discontinuity tags between segments. */
  readonly tags: number;
  /** Pictures in the segments. */
  readonly pictures: number;
  /** Steps between two pictures that are not one frame long, in seconds. */
  readonly holes: readonly number[];
}

/** The media sequence number of the newest segment that a data folder's engine has published. */
export function newestSegment(dataFolder: string): number {
  const { first, segments } = readPlaylist(dataFolder);
  return first + segments.length - 1;
}

/** Reads the segments from number `from` on, picture by picture. */
export async function readAired(dataFolder: string, from: number, frameSeconds: number): Promise<AiredStream> {
  const { first, segments, text } = readPlaylist(dataFolder);
  const read = segments.slice(from - first);
  const source = `concat:${read.map((name) => join(dataFolder, 'engine', 'hls', name)).join('|')}`;
  const ask = ['-v', 'error', '-f', 'mpegts', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', source];
  const { stdout } = await run('ffprobe', ask, { maxBuffer: 64 * 1024 * 1024 });
  const times = (stdout.match(/[\d.]+/g) ?? []).map(Number).sort((a, b) => a - b);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    last: first + segments.length - 1,
    tags: text.split(read[0] ?? '')[1]?.match(/#EXT-X-DISCONTINUITY\n/g)?.length ?? 0,
    pictures: times.length,
    holes: steps.filter((step) => Math.abs(step - frameSeconds) > frameSeconds / 10),
  };
}

function readPlaylist(dataFolder: string) {
  const text = readFileSync(join(dataFolder, 'engine', 'hls', 'index.m3u8'), 'utf8');
  const first = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1]);
  return { text, first, segments: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')) };
}
