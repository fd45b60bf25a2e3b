import { describe, expect, it } from 'vitest';
import { type Frames, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem } from '../../domain/playout/rundown.arbitrary.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';
import { CuedItem } from './cued-item.ts';

const RATE = parseFrameRate('25/1');
const ITEM = rundownItem('a', 0, 1000);

/** A decoder whose pictures [0, has) are there, and that is or isn't alive. */
class ScriptedDecoder implements Producer {
  readonly offset: number;
  readonly failure = null;
  state: Producer['state'] = 'cued';
  has: number;
  isClosed = false;

  constructor(offset: number, has: number) {
    this.offset = offset;
    this.has = has;
  }

  pictureAt(index: number): PictureFrame | null {
    return index < this.has ? (this as unknown as PictureFrame) : null;
  }

  soundAt(): void {}

  isSpentAt(): boolean {
    return false;
  }

  picturesFrom(index: number): number {
    return Math.max(0, this.has - index);
  }

  changed(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

/** An item whose decoders have the given pictures: all others hang after their last one. */
function itemWith(...has: readonly number[]) {
  const decoders: ScriptedDecoder[] = [];
  const opener = {
    open(source: typeof ITEM.source, _length: Frames | null): Producer {
      const offset = source.type === 'file' ? source.inFrame : 0;
      const decoder = new ScriptedDecoder(offset, has[decoders.length] ?? 0);
      decoders.push(decoder);
      return decoder;
    },
    close: (producer: Producer) => producer.close(),
  };
  return { item: new CuedItem(ITEM, frames(0), opener, RATE), decoders };
}

/** Whose picture is shown on each frame: the offset of its decoder; null for none. */
function shown(item: CuedItem, from: number, to: number): readonly (number | null)[] {
  return Array.from({ length: to - from }, (_, index) => {
    const picture = item.pictureAt(from + index) as unknown as ScriptedDecoder | null;
    return picture === null ? null : picture.offset;
  });
}

describe('CuedItem', () => {
  it('sends for another decoder at the due frame when its own has hung for 250 ms, and goes on with it', () => {
    const { item, decoders } = itemWith(10, 500);
    expect(shown(item, 0, 18)).toEqual([...Array(10).fill(0), ...Array(7).fill(null), 16]);
    expect(decoders.map(({ offset, isClosed }) => ({ offset, isClosed }))).toEqual([
      { offset: 0, isClosed: true },
      { offset: 16, isClosed: false },
    ]);
  });

  it('goes on with its own decoder when that comes back first', () => {
    const { item, decoders } = itemWith(10, 0);
    shown(item, 0, 20);
    if (decoders[0]) decoders[0].has = 100;
    expect(shown(item, 20, 22)).toEqual([0, 0]);
    expect(decoders.map(({ isClosed }) => isClosed)).toEqual([false, true]);
  });

  it('gives up after three that hang as well', () => {
    const { item, decoders } = itemWith(10);
    shown(item, 0, 900);
    expect(decoders.map(({ offset }) => offset)).toEqual([0, 16, 91, 166]);
    expect(decoders.map(({ isClosed }) => isClosed)).toEqual([false, true, true, false]);
  });

  it('gives a decoder that is still being opened three seconds', () => {
    const { item, decoders } = itemWith(0, 0);
    if (decoders[0]) decoders[0].state = 'opening';
    shown(item, 0, 75);
    expect(decoders).toHaveLength(1);
    shown(item, 75, 76);
    expect(decoders).toHaveLength(2);
  });
});
