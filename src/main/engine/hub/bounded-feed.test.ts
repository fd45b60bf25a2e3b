import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { BoundedFeed, type FeedPipe } from './bounded-feed.ts';

const MEGABYTE = 1024 * 1024;
const GOP = 25;

/** A pipe that takes as much as a test lets it. */
class TestPipe implements FeedPipe {
  readonly frames: number[] = [];
  isOpen = true;
  #listener: () => void = () => undefined;
  write(bytes: Buffer): boolean {
    this.frames.push(bytes.readUInt32BE(0));
    return this.isOpen;
  }
  onRoom(listener: () => void): void {
    this.#listener = listener;
  }
  giveRoom(): void {
    this.isOpen = true;
    this.#listener();
  }
}

function feed(target: BoundedFeed, from: number, to: number, byteLength = 1000, msAFrame = 40): void {
  for (let frame = from; frame < to; frame += 1) {
    const packet = Buffer.alloc(4);
    packet.writeUInt32BE(frame, 0);
    target.push({ packets: [packet], byteLength, isKeyFrame: frame % GOP === 0 }, milliseconds(frame * msAFrame));
  }
}

function open(isConnected: boolean): { pipe: TestPipe; target: BoundedFeed } {
  const pipe = new TestPipe();
  const target = new BoundedFeed(pipe);
  if (isConnected) target.connected();
  return { pipe, target };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('BoundedFeed', () => {
  it('keeps everything for one that is busy for a while', () => {
    const { pipe, target } = open(true);
    feed(target, 0, 10);
    pipe.isOpen = false;
    feed(target, 10, 200);
    pipe.giveRoom();
    expect(pipe.frames).toEqual(range(0, 200));
    expect(target.bytesTaken).toBe(200 * 1000);
  });

  it('leaves out all from where it is full up to a key frame for which there is room again', () => {
    const { pipe, target } = open(true);
    pipe.isOpen = false;
    feed(target, 0, 60, MEGABYTE);
    pipe.giveRoom();
    feed(target, 60, 80, MEGABYTE);
    expect(pipe.frames).toEqual([...range(0, 9), ...range(75, 80)]);
  });

  it('gives one that only now finds its other side what is on air now', () => {
    const { pipe, target } = open(false);
    feed(target, 0, 3);
    pipe.isOpen = false;
    feed(target, 3, 60);
    pipe.giveRoom();
    expect(pipe.frames).toEqual([...range(0, 4), ...range(50, 60)]);
  });

  it('tells how long nothing was taken', () => {
    const { pipe, target } = open(true);
    feed(target, 0, 10);
    expect(target.stuckFor(milliseconds(10_000))).toBe(0);
    pipe.isOpen = false;
    feed(target, 10, 110);
    expect(target.stuckFor(milliseconds(10_000))).toBe(9600);
    pipe.giveRoom();
    feed(target, 110, 111);
    expect(target.stuckFor(milliseconds(20_000))).toBe(0);
  });
});
