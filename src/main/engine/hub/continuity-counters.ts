import { hasPayloadAt, PACKET_BYTES, PID_COUNT, pidAt } from './ts-packet.ts';

/**
 * Numbers the packets of each PID afresh (continuity_counter; ISO/IEC 13818-1, 2.4.3.3), so that packets of a second
 * encoder, or ones put in between, follow the first one's without a break that a receiver would take for loss.
 */
export class ContinuityCounters {
  readonly #last = new Uint8Array(PID_COUNT).fill(15);

  /** Numbers every packet in a run of whole packets, in place. */
  renumber(packets: Buffer): void {
    for (let at = 0; at < packets.length; at += PACKET_BYTES) {
      const pid = pidAt(packets, at);
      const last = this.#last[pid] ?? 0;
      const counter = hasPayloadAt(packets, at) ? (last + 1) & 15 : last;
      this.#last[pid] = counter;
      packets.writeUInt8((packets.readUInt8(at + 3) & 0xf0) | counter, at + 3);
    }
  }
}
