import { describe, expect, it } from 'vitest';
import type { MediaMessage } from './media-message.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { type PlayerLink, RtmpPlayer } from './rtmp-player.ts';

const MEGABYTE = 1024 * 1024;

/** A network of a chosen laziness. */
class Link implements PlayerLink {
  readonly sent: RtmpMessage[] = [];
  queued = 0;
  isCut = false;
  send(message: RtmpMessage): void {
    this.sent.push(message);
  }
  queuedBytes(): number {
    return this.queued;
  }
  cut(): void {
    this.isCut = true;
  }
}

const message = (timeMs: number, isKeyFrame = false, type: number = MESSAGE.video): MediaMessage => ({
  type,
  timeMs,
  payload: Buffer.alloc(10),
  isKeyFrame,
});

describe('RtmpPlayer', () => {
  it('counts time from its first picture, for longer than 32 bits of milliseconds', () => {
    const link = new Link();
    const player = new RtmpPlayer(link);
    const longAgo = 5_000_000_000;
    for (const each of [
      message(longAgo - 20, false, MESSAGE.audio),
      message(longAgo, true),
      message(longAgo + 40),
      message(longAgo + 2 ** 32 + 7),
    ]) {
      player.push(each);
    }
    expect(link.sent.map(({ timestampMs }) => timestampMs)).toEqual([0, 0, 40, 7]);
  });

  it('leaves out pictures for a slow player up to a key frame that finds room', () => {
    const link = new Link();
    const player = new RtmpPlayer(link);
    player.push(message(0, true));
    link.queued = 9 * MEGABYTE;
    player.push(message(40));
    link.queued = 5 * MEGABYTE;
    player.push(message(80));
    player.push(message(120, true));
    link.queued = 1 * MEGABYTE;
    player.push(message(160));
    player.push(message(200, true));
    player.push(message(240));
    expect(link.sent.map(({ timestampMs }) => timestampMs)).toEqual([0, 200, 240]);
    expect(link.isCut).toBe(false);
  });

  it('gives up a player that stands still', () => {
    const link = new Link();
    const player = new RtmpPlayer(link);
    link.queued = 9 * MEGABYTE;
    for (let index = 0; index < 6; index += 1) player.push(message(index * 2000, true));
    expect([link.isCut, link.sent.length]).toEqual([true, 0]);
  });
});
