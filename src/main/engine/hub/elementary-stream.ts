import type { Burst } from './burst.ts';
import { readPesHeader } from './pes-header.ts';
import { PACKET_BYTES, payloadStartAt, pidAt, startsUnitAt } from './ts-packet.ts';

/**
 * The elementary stream's bytes in a burst: an H.264 access unit in annex B, or some ADTS frames, with all packet and
 * PES headers left out. A copy. Empty when the burst holds no PES packet.
 */
export function readElementaryStream(burst: Burst): Buffer {
  const reassembly = new PesReassembly();
  for (const run of burst.packets) {
    for (let at = 0; at < run.length; at += PACKET_BYTES) reassembly.take(run, at);
  }
  return Buffer.concat(reassembly.parts);
}

/** The payloads of one PES packet's TS packets, from the first that begins one on. */
class PesReassembly {
  readonly parts: Buffer[] = [];
  #pid: number | null = null;

  take(run: Buffer, at: number): void {
    if (this.#pid === null) this.#begin(run, at);
    else if (pidAt(run, at) === this.#pid) this.parts.push(run.subarray(payloadStartAt(run, at), at + PACKET_BYTES));
  }

  #begin(run: Buffer, at: number): void {
    const end = at + PACKET_BYTES;
    const header = startsUnitAt(run, at) ? readPesHeader(run, payloadStartAt(run, at), end) : null;
    if (header === null) return;
    this.#pid = pidAt(run, at);
    this.parts.push(run.subarray(header.dataStart, end));
  }
}
