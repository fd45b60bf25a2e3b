import { describe, expect, it } from 'vitest';
import { parseFrameRate, samples } from '../../../shared/time/index.ts';
import { FramePool, type PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';
import { Filler } from './filler.ts';
import { type Due, Mixer } from './mixer.ts';

const FORMAT = { width: 16, height: 16, rate: parseFrameRate('25/1') };
const pool = new FramePool(384, 10);

/** A source whose pictures are there, or not, as its script says. */
class ScriptedProducer implements Producer {
  readonly failure = null;
  readonly #isThere: (index: number) => boolean;
  readonly #length: number;
  readonly #picture: PictureFrame = pool.take();
  state: Producer['state'] = 'cued';

  constructor(length: number, isThere: (index: number) => boolean) {
    this.#length = length;
    this.#isThere = isThere;
  }

  pictureAt(index: number): PictureFrame | null {
    return index < this.#length && this.#isThere(index) ? this.#picture : null;
  }

  soundAt(_from: number, count: number, into: Buffer): void {
    into.fill(1, 0, count * 4);
  }

  isSpentAt(index: number): boolean {
    return index >= this.#length;
  }

  picturesFrom(index: number): number {
    let count = 0;
    while (this.pictureAt(index + count) !== null) count += 1;
    return count;
  }

  changed(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function mixer(): { mixer: Mixer; slate: PictureFrame } {
  const slate = pool.take();
  const sources = { open: () => new ScriptedProducer(0, () => false), close: () => Promise.resolve() };
  return { mixer: new Mixer(new Filler(sources, FORMAT.rate, 'Perpetua'), slate, FORMAT), slate };
}

function due(producer: Producer | null, picture: number): Due {
  return { airingId: 'a', producer, picture, sound: samples(picture * 1920), soundCount: 1920, isLast: false, mostHeld: 6, mayFill: true };
}

function shownFrom(producer: Producer, count: number): readonly string[] {
  const { mixer: mix } = mixer();
  return Array.from({ length: count }, (_, index) => mix.mix(due(producer, index)).shown);
}

describe('Mixer', () => {
  it('holds the last picture for 250 ms of a short file, then shows the slate for what remains', () => {
    expect(shownFrom(new ScriptedProducer(3, () => true), 14)).toEqual([
      ...Array(3).fill('item'),
      ...Array(6).fill('held'),
      ...Array(5).fill('slate'),
    ]);
  });

  it('goes straight back to a source that was late for less than 250 ms', () => {
    const late = new ScriptedProducer(100, (index) => index < 3 || index >= 6);
    expect(shownFrom(late, 8)).toEqual(['item', 'item', 'item', 'held', 'held', 'held', 'item', 'item']);
  });

  it('returns from the slate to a source that is there again with something in hand', () => {
    const lost = new ScriptedProducer(100, (index) => index < 2 || index >= 20);
    const shown = shownFrom(lost, 24);
    expect(shown.slice(2, 8)).toEqual(Array(6).fill('held'));
    expect(shown.slice(8, 20)).toEqual(Array(12).fill('slate'));
    expect(shown.slice(20)).toEqual(Array(4).fill('item'));
  });

  it('shows nothing of the item before in the place of one that failed', () => {
    const failed = new ScriptedProducer(0, () => false);
    failed.state = 'failed';
    expect(shownFrom(failed, 2)).toEqual(['slate', 'slate']);
  });

  it('lets sound go silent while a picture is held', () => {
    const { mixer: mix } = mixer();
    const short = new ScriptedProducer(1, () => true);
    expect(mix.mix(due(short, 0)).sound.readInt16LE(1900 * 4)).not.toBe(0);
    expect(mix.mix(due(short, 1)).sound.readInt16LE(1900 * 4)).toBe(0);
  });

  it('makes frames of the slate alone, with nothing else there', () => {
    const { mixer: mix, slate } = mixer();
    const mixed = mix.mix(due(null, 0));
    expect(mixed.picture).toBe(slate);
    expect(mixed.sound).toHaveLength(1920 * 4);
  });
});
