import type { InputStatus } from '../../../shared/engine-protocol/index.ts';

/** What a live source is made of. */
export interface StreamFacts {
  readonly picture: NonNullable<InputStatus['picture']>;
  readonly hasSound: boolean;
}

/**
 * Reads from what FFmpeg says about its input what the source is made of; null while it hasn't said it all, or when there is no picture. It is complete once the first output is
 * told of. The sound may be an input of its own, as with devices on Linux.
 */
function parseStreamFacts(stderr: string): StreamFacts | null {
  const end = stderr.search(/^(?:Output #0|Stream mapping:)/m);
  const start = stderr.lastIndexOf('Input #0, ', end);
  if (end === -1 || start === -1) return null;
  const input = stderr.slice(start, end);
  const video = /^\s*Stream #0:\d+.*?: Video: (.*)$/m.exec(input)?.[1];
  const size = /[,\s](\d{2,5})x(\d{2,5})/.exec(video ?? '');
  if (video === undefined || size === null) return null;
  const rate = /([\d.]+) (?:fps|tbr)/.exec(video)?.[1];
  return {
    picture: { width: Number(size[1]), height: Number(size[2]), picturesPerSecond: rate === undefined ? null : Number(rate) },
    hasSound: /^\s*Stream #\d+:\d+.*?: Audio: /m.test(input),
  };
}

/** What FFmpeg has said so far, as far as `parseStreamFacts` needs it. */
export class FactsReader {
  #said = '';
  #facts: StreamFacts | null = null;

  /** null until they are known. */
  get facts(): StreamFacts | null {
    return this.#facts;
  }

  /** Takes in a piece of stderr. @returns whether the facts have just become known */
  hear(chunk: Buffer): boolean {
    if (this.#facts !== null) return false;
    this.#said = (this.#said + chunk.toString('utf8')).slice(-MOST_SAID);
    this.#facts = parseStreamFacts(this.#said);
    return this.#facts !== null;
  }
}

const MOST_SAID = 50_000;
