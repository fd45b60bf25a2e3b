import type { Readable } from 'node:stream';
import type { InputOf, InputStatus } from '../../../shared/engine-protocol/index.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { Signal } from '../producers/signal.ts';
import { LiveInput, type Publication, RtmpViolation } from '../stream-server/rtmp/index.ts';
import { THUMBNAIL_FD, thumbnailerArguments } from './input-arguments.ts';
import { InputPicture } from './input-picture.ts';
import { inputStatusOf } from './input-status-of.ts';
import { pipeReader } from './pipe-reader.ts';
import type { InputTools, WatchedInput } from './watched-input.ts';

const STOP_GRACE_MS = 500;
/** How long who watches is left alone after it ended by itself. */
const RESTART_MS = 2000;

/** An input that is published to the station's RTMP server under its key. The engine receives it itself; one FFmpeg looks at it while it comes. */
export class PublishedSource implements WatchedInput {
  readonly input: InputOf<'rtmp-publish'>;
  readonly stream: LiveInput;
  readonly #tools: InputTools;
  readonly #picture: InputPicture;
  readonly #change = new Signal();
  #watcher: SupervisedProcess | null = null;
  #publication: Publication | null = null;
  #isClosed = false;

  constructor(input: InputOf<'rtmp-publish'>, tools: InputTools) {
    this.input = input;
    this.#tools = tools;
    this.stream = new LiveInput(input.key, tools.now);
    this.#picture = new InputPicture(tools.now, () => this.#change.notify());
  }

  get facts() {
    return this.#picture.facts;
  }

  get thumbnail() {
    return this.#picture.thumbnail;
  }

  status(): InputStatus {
    const { isPublished, isHeard, bitrateKbps, secondsStable } = this.stream.status();
    const detail = isPublished ? 'What comes is being looked at.' : 'Nobody publishes to this input yet.';
    const idle = { state: isPublished ? ('connecting' as const) : ('waiting' as const), detail };
    return inputStatusOf(this.input, { isHeard, bitrateKbps, secondsStable }, this.#picture, idle);
  }

  changed(): Promise<void> {
    return this.#change.next();
  }

  /** Takes a publisher with this input's key, or says in words for it why not. */
  open(): Publication | string {
    const publication = this.stream.open(this.input.key);
    if (typeof publication === 'string') return publication;
    this.#publication = publication;
    this.#watch();
    return {
      receive: (message) => {
        // Whoever still sends to an input that was taken away has to hear of it.
        if (this.#isClosed) throw new RtmpViolation('The input was taken away');
        publication.receive(message);
      },
      end: () => {
        publication.end();
        if (this.#publication === publication) this.#lose();
      },
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#publication?.end();
    this.#lose();
    await this.#watcher?.stop(STOP_GRACE_MS);
  }

  #watch(): void {
    const { ffmpegPath: command, children } = this.#tools;
    const args = thumbnailerArguments(this.stream.format);
    this.#watcher?.kill();
    const watcher = new SupervisedProcess({ name: 'input', command, args, stdin: 'pipe', stdout: 'ignore', furtherPipes: 1, children });
    this.#watcher = watcher;
    this.#picture.watch(watcher.child.stderr, watcher.child.stdio[THUMBNAIL_FD] as Readable);
    const reader = pipeReader(watcher.child.stdin);
    this.stream.attach(reader);
    void watcher.exited.then((exit) => {
      this.stream.detach(reader);
      if (this.#watcher !== watcher) return;
      this.#watcher = null;
      // It ended although the source did not: without it nobody sees the source.
      if (this.#publication === null || exit.failure !== null) return;
      this.#tools.log.warn('Who watches a live input has ended', { input: this.input.id, lastWords: exit.lastWords.slice(-2) });
      setTimeout(() => this.#publication !== null && this.#watcher === null && this.#watch(), RESTART_MS).unref();
    });
  }

  #lose(): void {
    this.#publication = null;
    this.#picture.forget();
    this.#change.notify();
  }
}
