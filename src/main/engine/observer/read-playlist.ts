import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** A segment as a playlist tells of it. */
export interface ListedSegment {
  readonly sequence: number;
  readonly uri: string;
  readonly lengthMs: Milliseconds;
  /** When its first picture was on air, UTC; null when the playlist does not say. */
  readonly startsAt: Milliseconds | null;
  readonly isDiscontinuous: boolean;
  /** Where what a decoder must read ahead of it stands; null: nothing has to be (MPEG-TS). */
  readonly map: string | null;
}

/** What a playlist (RFC 8216) tells: segments, or other playlists of which one is to be followed. */
export type Playlist =
  | { readonly type: 'media'; readonly targetMs: Milliseconds; readonly segments: readonly ListedSegment[] }
  | { readonly type: 'master'; readonly bestUri: string };

/** Reads a playlist; null when it is none. Of several renditions it names the one of the most bandwidth, which is the channel's own size. */
export function readPlaylist(text: string): Playlist | null {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  if (lines[0] !== '#EXTM3U') return null;
  const renditions = lines.flatMap((line, index) => {
    const bandwidth = /^#EXT-X-STREAM-INF:(?:.*,)?BANDWIDTH=(\d+)/.exec(line)?.[1];
    const uri = lines[index + 1];
    return bandwidth === undefined || uri === undefined ? [] : [{ bandwidth: Number(bandwidth), uri }];
  });
  const [best] = renditions.sort((a, b) => b.bandwidth - a.bandwidth);
  return best === undefined ? readMedia(lines) : { type: 'master', bestUri: best.uri };
}

function readMedia(lines: readonly string[]): Playlist {
  const number = (tag: string): number => Number(lines.find((line) => line.startsWith(`${tag}:`))?.slice(tag.length + 1) ?? 0);
  let sequence = number('#EXT-X-MEDIA-SEQUENCE');
  const segments: ListedSegment[] = [];
  let [length, startsAt, isDiscontinuous]: [number, number | null, boolean] = [0, null, false];
  let map: string | null = null;
  for (const line of lines) {
    map = /^#EXT-X-MAP:(?:.*,)?URI="([^"]*)"/.exec(line)?.[1] ?? map;
    if (line.startsWith('#EXTINF:')) length = Number.parseFloat(line.slice(8)) * 1000;
    else if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) startsAt = Date.parse(line.slice(25));
    else if (line === '#EXT-X-DISCONTINUITY') isDiscontinuous = true;
    else if (!line.startsWith('#')) {
      const starts = startsAt === null || Number.isNaN(startsAt) ? null : milliseconds(startsAt);
      segments.push({ sequence, uri: line, lengthMs: milliseconds(length), startsAt: starts, isDiscontinuous, map });
      [length, startsAt, isDiscontinuous, sequence] = [0, null, false, sequence + 1];
    }
  }
  return { type: 'media', targetMs: milliseconds(number('#EXT-X-TARGETDURATION') * 1000), segments };
}
