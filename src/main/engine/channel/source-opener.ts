import type { ItemSource } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { type DecoderTools, FileProducer } from '../producers/file-producer.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';
import { SlateProducer } from '../producers/slate/slate-producer.ts';

/** Opens sources and knows which are open, so that none is left when the channel leaves the air. */
export class SourceOpener {
  readonly #tools: DecoderTools;
  readonly #slate: PictureFrame;
  readonly #open = new Set<Producer>();

  constructor(tools: DecoderTools, slate: PictureFrame) {
    this.#tools = tools;
    this.#slate = slate;
  }

  /** Opens a source from its in point on. `lengthFrames` null: to its end. */
  open(source: ItemSource, lengthFrames: Frames | null): Producer {
    const producer = source.type === 'slate' ? new SlateProducer(this.#slate) : new FileProducer({ source, lengthFrames }, this.#tools);
    this.#open.add(producer);
    return producer;
  }

  /** Closes a source and waits for its end. */
  async close(producer: Producer): Promise<void> {
    await producer.close();
    this.#open.delete(producer);
  }

  /** Closes whatever is open and waits for the last child. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#open].map((producer) => this.close(producer)));
  }
}
