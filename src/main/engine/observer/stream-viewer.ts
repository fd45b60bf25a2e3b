import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { type ListedSegment, readPlaylist } from './read-playlist.ts';

const POLL_MS = 250;
/** After a segment there is nothing new for nearly its length: looking for it in vain costs the most of all that is done here. */
const RESTING_SHARE = 0.95;
const PATIENCE_MS = 4000;

/** A segment with its bytes, which are the receiver's own. */
export interface SeenSegment extends ListedSegment {
  readonly bytes: Buffer;
  /** What a decoder must read ahead of it, the same object for as long as it holds; null: nothing has to be. */
  readonly initial: Buffer | null;
  /** Whether it follows the one before without a break. */
  readonly isNext: boolean;
  /** The playlist's word for how long a segment may be. */
  readonly targetMs: Milliseconds;
}

/** What a viewer is told. */
export interface ViewerEars {
  /** A segment that was not there before. */
  readonly segment: (segment: SeenSegment) => void;
  /** Nothing new, or no answer at all. Called several times a second. */
  readonly nothing: () => void;
}

/** Follows an HLS stream from its newest segment on, as a player would. What can't be had is asked for again. */
export class StreamViewer {
  readonly #url: () => string;
  readonly #ears: ViewerEars;
  readonly #stopped = new AbortController();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #playlist: string | null = null;
  #last: ListedSegment | null = null;
  #initial: { readonly map: string; readonly bytes: Buffer } | null = null;
  #work: Promise<void> = Promise.resolve();

  /** `url`: of the playlist; asked for each time, because the server may come late. */
  constructor(url: () => string, ears: ViewerEars) {
    this.#url = url;
    this.#ears = ears;
  }

  /** Begins to watch. */
  start(): void {
    this.#work = this.#watch();
  }

  /** Stops, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#work;
    this.#agent.destroy();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const isNew = await this.#look().catch(() => false);
      if (!isNew && !signal.aborted) this.#ears.nothing();
      const restMs = isNew ? Math.max(POLL_MS, (this.#last?.lengthMs ?? 0) * RESTING_SHARE) : POLL_MS;
      await pause(restMs, null, { signal }).catch(() => undefined);
    }
  }

  /** @returns whether there was something new. @throws whatever keeps the stream from being read */
  async #look(): Promise<boolean> {
    const url = this.#playlist ?? this.#url();
    const playlist = readPlaylist(await this.#fetch(url).then((body) => body.toString('utf8')));
    if (playlist === null) return false;
    if (playlist.type === 'master') {
      this.#playlist = new URL(playlist.bestUri, url).href;
      return false;
    }
    const last = this.#last;
    const fresh = playlist.segments.filter(({ sequence }) => last === null || sequence > last.sequence);
    const isReset = last !== null && (playlist.segments.at(-1)?.sequence ?? Number.POSITIVE_INFINITY) < last.sequence;
    for (const listed of last === null || isReset ? playlist.segments.slice(-1) : fresh) {
      const initial = await this.#initialOf(listed, url);
      const bytes = await this.#fetch(new URL(listed.uri, url).href);
      if (this.#stopped.signal.aborted) return false;
      const isNext = this.#last !== null && listed.sequence === this.#last.sequence + 1 && !listed.isDiscontinuous;
      this.#last = listed;
      this.#ears.segment({ ...listed, bytes, initial, isNext, targetMs: playlist.targetMs });
    }
    return fresh.length > 0 || isReset;
  }

  async #initialOf({ map }: ListedSegment, playlist: string): Promise<Buffer | null> {
    if (map === null) return null;
    if (this.#initial?.map !== map) this.#initial = { map, bytes: await this.#fetch(new URL(map, playlist).href) };
    return this.#initial.bytes;
  }

  /** By `node:http` over one connection: the garbage that `fetch` leaves with each request made the engine's memory grow. */
  #fetch(url: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const asked = get(url, { agent: this.#agent, signal: this.#stopped.signal, timeout: PATIENCE_MS }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(new Error(`The stream server answered ${answer.statusCode}`));
        });
      });
      asked.on('timeout', () => asked.destroy(new Error('The stream server does not answer')));
      asked.on('error', reject);
    });
  }
}
