import type { Input, InputStatus } from '../../../shared/engine-protocol/index.ts';
import type { Producer } from '../producers/producer.ts';
import type { Publication, PublishDesk } from '../stream-server/rtmp/index.ts';
import { AbsentProducer } from './absent-producer.ts';
import { type LiveDecoderTools, LiveProducer } from './live-producer.ts';
import { PublishedSource } from './published-source.ts';
import { PulledSource } from './pulled-source.ts';
import type { InputTools, WatchedInput } from './watched-input.ts';

/** Who opens live inputs for the air. */
export interface LiveInputs {
  /** A producer of an input; one that has failed when there is no such input or it is switched off. */
  produce(inputId: string, tools: LiveDecoderTools): Producer;
  /** The input with that id; null: there is none, or it is switched off. */
  find(inputId: string): WatchedInput | null;
  statuses(): InputStatus[];
}

/**
 * The live inputs that an operator configures, each watched for as long as it is switched on, changed while the channel is on air. Changing one never touches another.
 */
export class InputSet implements LiveInputs {
  /** Decides on publishers by their keys. */
  readonly desk: PublishDesk = { open: (key) => this.#publisher(key) };
  readonly #tools: InputTools;
  readonly #watched = new Map<string, WatchedInput>();
  #inputs: readonly Input[] = [];
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(tools: InputTools) {
    this.#tools = tools;
  }

  /** Makes these the inputs. Those that did not change go on undisturbed. Resolves when all changes are done; need not be waited for. */
  apply(inputs: readonly Input[]): Promise<void> {
    if (this.#isClosed) return this.#work;
    this.#inputs = inputs;
    // One after the other: an input that goes may hold the port or the key of one that comes.
    this.#work = this.#work.then(() => this.#change(inputs.filter(({ enabled }) => enabled)));
    return this.#work;
  }

  /** Lets go of every input, for good. */
  async close(): Promise<void> {
    const closing = this.apply([]);
    this.#isClosed = true;
    await closing;
  }

  find(inputId: string): WatchedInput | null {
    return this.#watched.get(inputId) ?? null;
  }

  produce(inputId: string, tools: LiveDecoderTools): Producer {
    const watched = this.find(inputId);
    return watched === null ? new AbsentProducer() : new LiveProducer(watched, tools);
  }

  statuses(): InputStatus[] {
    return this.#inputs.map((input) => this.#watched.get(input.id)?.status() ?? offStatus(input));
  }

  #publisher(key: string): Publication | string {
    for (const watched of this.#watched.values()) {
      if (watched instanceof PublishedSource && watched.input.key === key) return watched.open();
    }
    return 'There is no such input.';
  }

  async #change(wanted: readonly Input[]): Promise<void> {
    const leaving = [...this.#watched.values()].filter(({ input }) => !wanted.some((each) => isSame(each, input)));
    for (const { input } of leaving) this.#watched.delete(input.id);
    await Promise.all(leaving.map((watched) => watched.close()));
    for (const input of wanted) if (!this.#watched.has(input.id)) this.#watched.set(input.id, this.#watch(input));
    if (leaving.length > 0) this.#tools.log.info('Live inputs were let go', { inputs: leaving.map(({ input }) => input.id) });
  }

  #watch(input: Input): WatchedInput {
    return input.type === 'rtmp-publish' ? new PublishedSource(input, this.#tools) : new PulledSource(input, this.#tools);
  }
}

function isSame(a: Input, b: Input): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function offStatus({ id, name, type, enabled }: Input): InputStatus {
  const nothing = { secondsStable: 0, bitrateKbps: 0, picture: null, hasSound: false, thumbnailAgeMs: null };
  const state = enabled ? ('waiting' as const) : ('off' as const);
  return { id, name, type, state, detail: enabled ? '' : 'This input is switched off.', ...nothing };
}
