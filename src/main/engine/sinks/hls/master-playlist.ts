import type { FrameRate } from '../../../../shared/time/index.ts';
import type { StreamFormat } from '../../hub/index.ts';

/** One of the sizes in which the channel can be had. */
export interface HlsVariant {
  /** Its media playlist, seen from the master playlist. */
  readonly uri: string;
  /** What was really encoded. */
  readonly format: StreamFormat;
  /** Bits a second: the most that a segment has, and what they have on average. */
  readonly peakBitrate: number;
  readonly averageBitrate: number;
}

/** Writes a master playlist (RFC 8216, 4.3.4), best size first: players that choose by order begin with it. */
export function writeMasterPlaylist(variants: readonly HlsVariant[], rate: FrameRate): string {
  const lines = variants.flatMap(({ uri, format: { codecs, width, height }, peakBitrate, averageBitrate }) => {
    const bits = `BANDWIDTH=${peakBitrate},AVERAGE-BANDWIDTH=${averageBitrate}`;
    const picture = `RESOLUTION=${width}x${height},FRAME-RATE=${(rate.num / rate.den).toFixed(3)}`;
    return [`#EXT-X-STREAM-INF:${bits},CODECS="${codecs}",${picture}`, uri];
  });
  return `${['#EXTM3U', '#EXT-X-VERSION:6', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`;
}
