import type { FrameRate } from '../../../../shared/time/index.ts';

/** One of the sizes in which the channel can be had. */
export interface HlsVariant {
  /** Its media playlist, seen from the master playlist. */
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  readonly videoKbps: number;
  readonly audioKbps: number;
}

/** How far an encoder goes above its rate for a while, and what the container adds. */
const PEAK = 1.25;
const CONTAINER = 1.08;

/**
 * Writes a master playlist (RFC 8216, 4.3.4), best size first: players that choose by order begin with it. CODECS is left out: what
 * profile and level an encoder takes is its own choice, and may change with the encoder while players hold this list.
 */
export function writeMasterPlaylist(variants: readonly HlsVariant[], rate: FrameRate): string {
  const lines = variants.flatMap(({ uri, width, height, videoKbps, audioKbps }) => {
    const bitsAt = (factor: number) => Math.round((videoKbps * factor + audioKbps) * CONTAINER * 1000);
    const picture = `RESOLUTION=${width}x${height},FRAME-RATE=${(rate.num / rate.den).toFixed(3)}`;
    return [`#EXT-X-STREAM-INF:BANDWIDTH=${bitsAt(PEAK)},AVERAGE-BANDWIDTH=${bitsAt(1)},${picture}`, uri];
  });
  return `${['#EXTM3U', '#EXT-X-VERSION:6', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`;
}
