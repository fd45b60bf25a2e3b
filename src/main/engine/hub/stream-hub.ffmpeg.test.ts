import { beforeAll, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { splitAdts } from './adts.ts';
import { NAL, nalType, splitAnnexB } from './annex-b.ts';
import type { Burst } from './burst.ts';
import { readElementaryStream } from './elementary-stream.ts';
import type { Sink } from './sink.ts';
import { StreamHub } from './stream-hub.ts';
import { keepLog } from './testing/keep-log.ts';
import { encodeTestStream } from './testing/test-encoder.ts';
import { hasPayloadAt, PACKET_BYTES, pidAt } from './ts-packet.ts';

const rate = { num: 30_000, den: 1001 };
const FIRST = frames(1_000_000);
const PTS = 50;
const encoding = (first: number) => ({ rate, gopFrames: 15, frameCount: 45, ptsSeconds: PTS + (first * 1001) / 30_000, isPaced: false });

let firstStream: Buffer;
let secondStream: Buffer;
beforeAll(async () => {
  [firstStream, secondStream] = await Promise.all([encodeTestStream(encoding(0)), encodeTestStream(encoding(100))]);
});

/** Keeps everything. */
class Keeper implements Sink {
  readonly type = 'recorder';
  readonly bursts: Burst[] = [];
  isClosed = false;
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  receive(burst: Burst): void {
    this.bursts.push(burst);
  }
  restart(): void {
    this.bursts.length = 0;
  }
  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: 0, waitingBytes: 0 } as const;
  }
  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const openHub = () => new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds: PTS, log: keepLog() });
const shown = (bursts: readonly Burst[]) =>
  bursts
    .filter(({ stream }) => stream === 'video')
    .map(({ frame }) => frame - FIRST)
    .sort((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Counts, per PID, the packets that do not follow the one before. */
function continuityBreaks(bursts: readonly Burst[]): number {
  const last = new Map<number, number>();
  let breaks = 0;
  for (const run of bursts.flatMap(({ packets }) => packets)) {
    for (let at = 0; at < run.length; at += PACKET_BYTES) {
      const pid = pidAt(run, at);
      const counter = run.readUInt8(at + 3) & 15;
      const before = last.get(pid);
      if (before !== undefined && counter !== (hasPayloadAt(run, at) ? (before + 1) & 15 : before)) breaks += 1;
      last.set(pid, counter);
    }
  }
  return breaks;
}

describe('the hub with a real encoder', () => {
  it.each([1, 187, 188, 189, 4096, 1_000_000])('names every frame when bytes come %i at a time', async (size) => {
    const hub = openHub();
    const keeper = new Keeper('a');
    hub.attach(keeper);
    for (let at = 0; at < firstStream.length; at += size) hub.write(Buffer.from(firstStream.subarray(at, at + size)));
    await hub.close();
    expect(shown(keeper.bursts)).toEqual(range(0, 45));
    expect(keeper.bursts.filter(({ isKeyFrame }) => isKeyFrame).map(({ frame }) => frame - FIRST)).toEqual([0, 15, 30]);
    expect(continuityBreaks(keeper.bursts)).toBe(0);
  });

  it('opens every key frame with both tables', async () => {
    const hub = openHub();
    const keeper = new Keeper('a');
    hub.attach(keeper);
    hub.write(Buffer.from(firstStream));
    await hub.close();
    for (const burst of keeper.bursts.filter(({ isKeyFrame }) => isKeyFrame)) {
      const head = burst.packets[0] ?? Buffer.alloc(0);
      expect([pidAt(head, 0), pidAt(head, PACKET_BYTES)]).toEqual([0, 0x1000]);
    }
  });

  it('follows a killed encoder with the next as one stream, without the picture that was half sent', async () => {
    const hub = openHub();
    const keeper = new Keeper('a');
    hub.attach(keeper);
    const killedAt = Math.floor(firstStream.length / 2) + 77;
    hub.write(Buffer.from(firstStream.subarray(0, killedAt)));
    const whole = shown(keeper.bursts);
    hub.encoderRestarted();
    hub.write(Buffer.from(secondStream));
    await hub.close();
    expect(whole.length).toBeGreaterThan(10);
    expect(shown(keeper.bursts)).toEqual([...whole, ...range(100, 145)]);
    expect(continuityBreaks(keeper.bursts)).toBe(0);
  });

  it('gives whole access units and whole frames of sound', async () => {
    const hub = openHub();
    const keeper = new Keeper('a');
    hub.attach(keeper);
    hub.write(Buffer.from(firstStream));
    await hub.close();
    for (const burst of keeper.bursts) {
      const data = readElementaryStream(burst);
      if (burst.stream === 'audio') {
        const total = splitAdts(data).reduce((sum, frame) => sum + frame.data.length + 7, 0);
        expect([total, splitAdts(data)[0]?.sampleRate, splitAdts(data)[0]?.channels]).toEqual([data.length, 48_000, 2]);
      } else {
        const types = splitAnnexB(data).map(nalType);
        expect(types.includes(NAL.idr)).toBe(burst.isKeyFrame);
        expect(types.filter((type) => type === 1 || type === NAL.idr).length).toBeGreaterThan(0);
      }
    }
  });

  it('keeps feeding the others when one is broken, closes all, and takes no id twice', async () => {
    const hub = openHub();
    const good = new Keeper('good');
    const broken = new Keeper('broken');
    broken.receive = () => {
      throw new Error('broken');
    };
    hub.attach(broken);
    hub.attach(good);
    expect(() => hub.attach(new Keeper('good'))).toThrow('attached already');
    hub.write(Buffer.from(firstStream));
    expect(hub.statuses().map(({ id, state }) => [id, state])).toEqual([
      ['broken', 'backing-off'],
      ['good', 'running'],
    ]);
    await hub.close();
    expect(shown(good.bursts)).toEqual(range(0, 45));
    expect([good.isClosed, broken.isClosed]).toEqual([true, true]);
  });
});
