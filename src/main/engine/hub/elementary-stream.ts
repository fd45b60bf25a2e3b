import type { Burst } from './burst.ts';
import { readPesHeader } from './pes-header.ts';
import { PACKET_BYTES, payloadStartAt, pidAt, startsUnitAt } from './ts-packet.ts';

/**
 * The elementary stream's bytes in a burst: an H.264 access unit in annex B, or some ADTS frames, with all packet and
 * PES headers left out. A copy. Empty when the burst holds no PES packet.
 */
export function readElementaryStream(burst: Burst): Buffer {
  const parts: Buffer[] = [];
  let pid: number | null = null;
  for (const run of burst.packets) {
    for (let at = 0; at < run.length; at += PACKET_BYTES) {
      const start = payloadStartAt(run, at);
      const end = at + PACKET_BYTES;
      if (pid === null) {
        const header = startsUnitAt(run, at) ? readPesHeader(run, start, end) : null;
        if (header === null) continue;
        pid = pidAt(run, at);
        parts.push(run.subarray(header.dataStart, end));
      } else if (pidAt(run, at) === pid) {
        parts.push(run.subarray(start, end));
      }
    }
  }
  return Buffer.concat(parts);
}
