import type { SoundReading, TimeSpan } from '../analysis/reading.ts';
import type { LoggedPacket } from './packet-log.ts';
import { type HeardSound, LISTENING_RATE } from './sound-listener.ts';

const BYTES_PER_SAMPLE = 2;
/** Less than this between two packets is rounding. */
const LEAST_HOLE_MS = 1;

/** Where a packet's samples lie, counted from the first sample decoded. */
interface PlacedPacket {
  readonly ptsMs: number;
  readonly from: number;
  readonly to: number;
}

/** Puts what was heard, which counts samples, on the stream's time, which the packets tell. */
export function placeSound(heard: HeardSound, packets: readonly LoggedPacket[]): SoundReading {
  const placed = placePackets(packets);
  return {
    beepsMs: heard.beeps.map((sample) => timeOf(sample, placed)),
    silences: heard.silences.map(({ from, to }) => ({ fromMs: timeOf(from, placed), toMs: timeOf(to - 1, placed) + toMs(1) })),
    holes: holesBetween(placed),
    lengthMs: toMs(heard.samples),
    sharpestBend: heard.sharpestBend,
  };
}

function placePackets(packets: readonly LoggedPacket[]): readonly PlacedPacket[] {
  let from = 0;
  return packets.map(({ ptsMs, bytes }) => {
    const to = from + bytes / BYTES_PER_SAMPLE;
    const packet = { ptsMs, from, to };
    from = to;
    return packet;
  });
}

function timeOf(sample: number, packets: readonly PlacedPacket[]): number {
  let low = 0;
  let high = packets.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((packets[middle]?.from ?? 0) <= sample) low = middle;
    else high = middle - 1;
  }
  const packet = packets[low];
  return packet ? packet.ptsMs + toMs(sample - packet.from) : toMs(sample);
}

function holesBetween(packets: readonly PlacedPacket[]): readonly TimeSpan[] {
  return packets.slice(1).flatMap((packet, index) => {
    const before = packets[index];
    const fromMs = before ? before.ptsMs + toMs(before.to - before.from) : packet.ptsMs;
    return Math.abs(packet.ptsMs - fromMs) > LEAST_HOLE_MS ? [{ fromMs, toMs: packet.ptsMs }] : [];
  });
}

function toMs(samples: number): number {
  return (samples * 1000) / LISTENING_RATE;
}
