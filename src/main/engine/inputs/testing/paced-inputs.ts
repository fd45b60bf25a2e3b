import { type Input, type InputStatus, inputSchema } from '../../../../shared/engine-protocol/index.ts';
import { milliseconds, type Samples } from '../../../../shared/time/index.ts';
import { pictureBytes } from '../../producers/frame-format.ts';
import { FramePool, type PictureFrame } from '../../producers/picture-frame.ts';
import type { CueState, Producer } from '../../producers/producer.ts';
import type { LiveInputs } from '../index.ts';
import { type LiveDecoderTools, LiveProducer } from '../live-producer.ts';
import { TransportStream } from '../transport-stream.ts';
import type { WatchedInput } from '../watched-input.ts';

/** Pictures that a decoder may keep to itself: those are not waited for. */
const MOST_IN_DECODER = 7;
/** Pictures that have been sent when the first one is aired. */
const SENT_BEFORE = 60;

/** A source that was recorded: MPEG-TS of a constant bit rate, so that time lies evenly in its bytes. */
export interface RecordedSource {
  readonly bytes: Buffer;
  readonly bytesPerPicture: number;
  /** Pictures of the source that come while the channel airs one: 1.01 for a clock that is 1 % fast. */
  readonly speed: number;
}

/** The one live input of a channel whose clock waits: with each frame of the channel exactly as much of a recorded source arrives as a source of that speed would have sent. */
export class PacedInputs implements LiveInputs {
  readonly input: Input = inputSchema.parse({ id: 'studio', name: 'Studio', type: 'srt', url: 'srt://127.0.0.1:9' });
  readonly #source: RecordedSource;
  readonly #stream = new TransportStream();
  #sentBytes = 0;

  constructor(source: RecordedSource) {
    this.#source = source;
  }

  produce(_inputId: string, tools: LiveDecoderTools): Producer {
    const pool = new FramePool(pictureBytes(tools.format), 50);
    const producer = new LiveProducer(this.#watched(), { ...tools, pool });
    // The decoder attaches by itself once it runs; what is sent before that waits in nobody's memory.
    return new PacedProducer(producer, (index) => {
      const pictures = this.sentAt(index);
      this.#sendUpTo(pictures);
      return pool.taken > pictures - MOST_IN_DECODER;
    });
  }

  find(): WatchedInput {
    return this.#watched();
  }

  statuses(): InputStatus[] {
    return [];
  }

  /** How many pictures, with a fraction, the source has sent when frame `index` of its airing is due. */
  sentAt(index: number): number {
    return SENT_BEFORE + index * this.#source.speed;
  }

  #sendUpTo(pictures: number): void {
    const { bytes, bytesPerPicture } = this.#source;
    const end = Math.min(bytes.length, Math.floor(pictures * bytesPerPicture));
    if (end <= this.#sentBytes) return;
    this.#stream.receive(bytes.subarray(this.#sentBytes, end), milliseconds(0));
    this.#sentBytes = end;
  }

  #watched(): WatchedInput {
    const stream = {
      format: 'mpegts' as const,
      attach: (reader: Parameters<TransportStream['attach']>[0]) => {
        this.#stream.attach(reader);
        this.#sendUpTo(SENT_BEFORE);
      },
      detach: (reader: Parameters<TransportStream['detach']>[0]) => this.#stream.detach(reader),
    };
    return {
      ...{ input: this.input, stream, thumbnail: null },
      facts: { picture: { width: 160, height: 90, picturesPerSecond: 25 }, hasSound: true },
      status: () => {
        throw new Error('Nobody watches this input.');
      },
      changed: () => new Promise(() => undefined),
      close: () => Promise.resolve(),
    };
  }
}

/** A live producer whose source sends on when a frame is due, and which is not ready before that has arrived. */
class PacedProducer implements Producer {
  readonly #live: LiveProducer;
  readonly #hasArrived: (index: number) => boolean;

  constructor(live: LiveProducer, hasArrived: (index: number) => boolean) {
    this.#live = live;
    this.#hasArrived = hasArrived;
  }

  get state(): CueState {
    return this.#live.state;
  }

  get failure() {
    return this.#live.failure;
  }

  pictureAt(index: number): PictureFrame | null {
    return this.#hasArrived(index) ? this.#live.pictureAt(index) : null;
  }

  soundAt(from: Samples, count: number, into: Buffer): void {
    this.#live.soundAt(from, count, into);
  }

  isSpentAt(): boolean {
    return this.#live.isSpentAt();
  }

  picturesFrom(index: number): number {
    return this.#hasArrived(index) ? this.#live.picturesFrom() : 0;
  }

  changed(): Promise<void> {
    return this.#live.changed();
  }

  close(): Promise<void> {
    return this.#live.close();
  }
}
