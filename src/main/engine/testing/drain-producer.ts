import { createHash } from 'node:crypto';
import { type FrameRate, frames, samples, samplesBefore } from '../../../shared/time/index.ts';
import type { Producer } from '../producers/producer.ts';

/** Everything that a producer gave: a digest of each picture, and all of its sound. */
export interface Drained {
  readonly pictures: readonly string[];
  readonly sound: Buffer;
}

/** A decoder writes the sound of a frame before so many further pictures. */
const SOUND_LAG_FRAMES = 6;

/** Takes everything from a producer as fast as it comes, at most `most` pictures. Sound is waited for but under the last few of them. */
export async function drainProducer(producer: Producer, rate: FrameRate, most: number): Promise<Drained> {
  const pictures: string[] = [];
  const pieces: Buffer[] = [];
  while (producer.state === 'opening') await producer.changed();
  for (let index = 0; index < most; index++) {
    for (const needed of [index, index + SOUND_LAG_FRAMES])
      while (producer.picturesFrom(needed) === 0 && !producer.isSpentAt(needed)) await producer.changed();
    const picture = producer.pictureAt(index);
    if (picture === null) break;
    pictures.push(createHash('sha1').update(picture.bytes).digest('hex').slice(0, 12));
    const from = samplesBefore(frames(index), rate);
    const count = samplesBefore(frames(index + 1), rate) - from;
    const piece = Buffer.alloc(count * 4);
    producer.soundAt(samples(from), count, piece);
    pieces.push(piece);
  }
  return { pictures, sound: Buffer.concat(pieces) };
}
