import type { PageNews, PagePlayer } from './browser-page.ts';

/** What a tour does to a player: as in the page, and how many bits a second it may fetch (null: as many as it likes). */
export interface TourHands extends Pick<PagePlayer, 'goTo'> {
  throttle(bitsPerSecond: number | null): void;
}

/** A stop of a tour: what is done there, and when it is reached. */
interface Stop {
  readonly words: string;
  act(hands: TourHands): void;
  isReached(height: number): boolean;
}

/** How long the player plays on before the tour goes on. */
const REST_SECONDS = 4;

/**
 * Takes a player through the sizes of the channel: told to go to the smallest, to the one above, to the largest; then by itself, down over a line that is too narrow and up again. With
 * one size there is nowhere to go.
 */
export class LevelTour {
  #stops: readonly Stop[] | null = null;
  #at = 0;
  #isUnderWay = false;
  #restUntil = REST_SECONDS;
  readonly #reached: string[] = [];

  /** The stops that were reached, in words. */
  get reached(): readonly string[] {
    return this.#reached;
  }

  /** Whether every stop was reached. */
  get isDone(): boolean {
    return this.#stops !== null && this.#at === this.#stops.length;
  }

  /** Takes the next step when it is due. */
  step({ choice, levels, playedSeconds }: PageNews, hands: TourHands): void {
    if (choice.length > 0) this.#stops ??= stopsFor(choice);
    const stop = this.#stops?.[this.#at];
    if (stop === undefined || playedSeconds < this.#restUntil) return;
    if (!this.#isUnderWay) stop.act(hands);
    this.#isUnderWay = true;
    const height = levels.at(-1);
    if (height === undefined || !stop.isReached(height)) return;
    this.#reached.push(`${stop.words} ${height}`);
    this.#at += 1;
    this.#isUnderWay = false;
    this.#restUntil = playedSeconds + REST_SECONDS;
  }
}

function stopsFor(choice: PageNews['choice']): readonly Stop[] {
  const [smallest, ...larger] = [...choice].sort((a, b) => a.height - b.height);
  const [next, largest] = [larger[0], larger.at(-1)];
  if (smallest === undefined || next === undefined || largest === undefined) return [];
  const told = [...new Set([smallest, next, largest])];
  // Enough for the smallest and too little for the largest.
  const narrow = Math.sqrt(smallest.bitrate * largest.bitrate);
  return [
    ...told.map(({ height: wanted }) => ({
      words: 'told to',
      act: (hands: TourHands) => hands.goTo(wanted),
      isReached: (height: number) => height === wanted,
    })),
    {
      words: 'by itself to',
      act: (hands) => {
        hands.throttle(narrow);
        hands.goTo(null);
      },
      isReached: (height) => height < largest.height,
    },
    { words: 'by itself to', act: (hands) => hands.throttle(null), isReached: (height) => height === largest.height },
  ];
}
