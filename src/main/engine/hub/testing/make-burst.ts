import { type Frames, frames } from '../../../../shared/time/index.ts';
import type { Burst } from '../burst.ts';
import { PACKET_BYTES } from '../ts-packet.ts';

/** A burst as sinks see it, at 25 fps, with one packet that tells its frame. */
export function makeBurst(frame: number, isKeyFrame: boolean): Burst {
  const packet = Buffer.alloc(PACKET_BYTES);
  packet.writeUInt8(0x47, 0);
  packet.writeUInt32BE(frame, 4);
  const ticks = frame * 3600;
  return { stream: 'video', packets: [packet], byteLength: PACKET_BYTES, pts: ticks, dts: ticks, frame: frames(frame), isKeyFrame };
}

/** Bursts for the frames [from, to) with a key frame at every multiple of `gop`. */
export function makeBursts(from: Frames | number, to: number, gop: number): readonly Burst[] {
  return Array.from({ length: to - from }, (_, index) => makeBurst(from + index, (from + index) % gop === 0));
}
