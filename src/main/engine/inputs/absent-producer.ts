import { BYTES_PER_SAMPLE } from '../producers/frame-format.ts';
import type { Producer, SourceFailure } from '../producers/producer.ts';

/** A source that the station does not have: it has failed before it began. */
export class AbsentProducer implements Producer {
  readonly state = 'failed';
  readonly failure: SourceFailure = { reason: 'input-lost', detail: 'there is no such input' };

  pictureAt(): null {
    return null;
  }

  soundAt(_from: number, count: number, into: Buffer): void {
    into.fill(0, 0, count * BYTES_PER_SAMPLE);
  }

  isSpentAt(): boolean {
    return true;
  }

  picturesFrom(): number {
    return 0;
  }

  changed(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
