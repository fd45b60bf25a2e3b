import { expect, it } from 'vitest';
import type { PageNews } from './browser-page.ts';
import { LevelTour } from './level-tour.ts';

/** A player that goes where it is told to, or where the width of its line has it go. */
class Player {
  readonly #choice: PageNews['choice'];
  readonly levels: number[] = [180];
  #bits: number | null = null;

  constructor(choice: PageNews['choice']) {
    this.#choice = choice;
  }

  /** Plays for ten seconds before each step of the tour. */
  take(tour: LevelTour, steps: number): void {
    for (let step = 1; step <= steps; step++) {
      tour.step(
        { errors: [], stalls: 0, jumps: 0, revivals: 0, levels: this.levels, choice: this.#choice, playedSeconds: step * 10 },
        this,
      );
    }
  }

  goTo(height: number | null): void {
    const fits = this.#choice.filter(({ bitrate }) => this.#bits === null || bitrate <= this.#bits).map((size) => size.height);
    this.levels.push(height ?? Math.max(...fits));
  }

  throttle(bitsPerSecond: number | null): void {
    this.#bits = bitsPerSecond;
    this.goTo(null);
  }
}

const SIZES = [
  { height: 90, bitrate: 300_000 },
  { height: 136, bitrate: 500_000 },
  { height: 180, bitrate: 800_000 },
];

it('takes a player to every size, then down and up by itself', () => {
  const tour = new LevelTour();
  new Player(SIZES).take(tour, 5);
  expect(tour.reached).toEqual(['told to 90', 'told to 136', 'told to 180', 'by itself to 90', 'by itself to 180']);
  expect(tour.isDone).toBe(true);
});

it('goes no further than it came', () => {
  const tour = new LevelTour();
  new Player(SIZES).take(tour, 2);
  expect(tour.reached).toEqual(['told to 90', 'told to 136']);
  expect(tour.isDone).toBe(false);
});

it('has nowhere to go with one size', () => {
  const tour = new LevelTour();
  new Player(SIZES.slice(2)).take(tour, 3);
  expect(tour.reached).toEqual([]);
  expect(tour.isDone).toBe(true);
});
