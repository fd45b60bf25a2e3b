import type { ItemSource } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { LiveInputs } from '../inputs/index.ts';
import { type DecoderTools, FileProducer } from '../producers/file-producer.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';
import type { CardPainter } from '../producers/slate/card-painter.ts';
import { SlateProducer } from '../producers/slate/slate-producer.ts';
import { isStillImage } from '../producers/still-image.ts';
import { StillProducer } from '../producers/still-producer.ts';
import type { CueTimes } from '../statistics/index.ts';

/** Opens sources and knows which are open, so that none is left when the channel leaves the air. */
export class SourceOpener {
  readonly #tools: Omit<DecoderTools, 'soundCard'>;
  readonly #inputs: LiveInputs;
  readonly #cards: CardPainter;
  readonly #slate: PictureFrame;
  readonly #cueTimes: CueTimes;
  /** What is open, each with the card that was painted for it. */
  readonly #open = new Map<Producer, PictureFrame | null>();

  constructor(tools: Omit<DecoderTools, 'soundCard'>, inputs: LiveInputs, cards: CardPainter, slate: PictureFrame, cueTimes: CueTimes) {
    this.#tools = tools;
    this.#inputs = inputs;
    this.#cards = cards;
    this.#slate = slate;
    this.#cueTimes = cueTimes;
  }

  /** Opens a source from its in point on. `lengthFrames` null: to its end. `title` is shown under sound that has no picture. */
  open(source: ItemSource, lengthFrames: Frames | null, title: string): Producer {
    const card = source.type === 'file' && !source.hasPicture ? this.#cards.paint(title) : null;
    const producer = this.#make(source, lengthFrames, card ?? this.#slate);
    this.#open.set(producer, card);
    this.#cueTimes.follow(producer);
    return producer;
  }

  /** Whether something comes from a live input, and it is known what it is. */
  isComing(inputId: string): boolean {
    return (this.#inputs.find(inputId)?.facts ?? null) !== null;
  }

  /** Whether a live input has come without trouble for as long as its setting asks. */
  isStable(inputId: string): boolean {
    return this.#inputs.find(inputId)?.status().state === 'stable';
  }

  /** Closes a source and waits for its end. */
  async close(producer: Producer): Promise<void> {
    await producer.close();
    const card = this.#open.get(producer) ?? null;
    this.#open.delete(producer);
    card?.release();
  }

  /** Closes whatever is open and waits for the last child. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((producer) => this.close(producer)));
  }

  #make(source: ItemSource, lengthFrames: Frames | null, soundCard: PictureFrame): Producer {
    if (source.type === 'slate') return new SlateProducer(this.#slate);
    if (source.type === 'live') return this.#inputs.produce(source.inputId, this.#tools);
    if (isStillImage(source.path)) return new StillProducer({ source, lengthFrames }, { ...this.#tools, soundCard });
    return new FileProducer({ source, lengthFrames }, { ...this.#tools, soundCard });
  }
}
