import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmfValue, decodeAmf } from './amf0.ts';
import { writeChunks } from './chunk-writer.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { RtmpSession, type SessionHost } from './rtmp-session.ts';
import { RtmpViolation } from './rtmp-violation.ts';
import { commandMessage } from './server-message.ts';

const RANDOM = Buffer.alloc(1528, 7);
const HELLO = Buffer.concat([Buffer.of(3), Buffer.alloc(1536, 1), Buffer.alloc(1536, 2)]);

/** Notes what the session does. */
class Notes implements SessionHost {
  readonly events: string[] = [];
  readonly raw: Buffer[] = [];
  sendRaw(bytes: Buffer): void {
    this.raw.push(bytes);
  }
  send(message: RtmpMessage): void {
    const values = message.type === MESSAGE.command ? decodeAmf(message.payload) : [];
    const info = values[3];
    const code = typeof info === 'object' && info !== null && 'code' in info ? String(info.code) : '';
    if (values.length > 0) this.events.push(`${String(values[0])} ${code}`.trim());
  }
  end(): void {
    this.events.push('end');
  }
  mayPlay(key: string): boolean {
    return key === 'channel';
  }
  play(): void {
    this.events.push('play');
  }
  publish(key: string) {
    if (key !== 'studio') return 'No.';
    this.events.push('publish');
    return { receive: ({ type, payload }: RtmpMessage) => void this.events.push(`media ${type} ${payload.length}`) };
  }
  stop(): void {
    this.events.push('stop');
  }
}

const command = (...values: AmfValue[]) => Buffer.concat(writeChunks(commandMessage(0, values), 128));
const connect = (app: string) => command('connect', 1, { app, tcUrl: 'rtmp://x/live' });

function talk(...parts: readonly Buffer[]): Notes {
  const notes = new Notes();
  const session = new RtmpSession(notes, RANDOM);
  for (const part of [HELLO, ...parts]) session.receive(part);
  return notes;
}

describe('RtmpSession', () => {
  it('answers the handshake with the client’s own bytes, once', () => {
    const notes = new Notes();
    const session = new RtmpSession(notes, RANDOM);
    for (const byte of HELLO) session.receive(Buffer.of(byte));
    const reply = Buffer.concat(notes.raw);
    expect(reply.length).toBe(1 + 1536 + 1536);
    expect(reply.subarray(1537).equals(Buffer.alloc(1536, 1))).toBe(true);
    expect(reply.readUInt32BE(5)).toBe(0);
  });

  it('leads a player from connect to play', () => {
    const notes = talk(connect('live'), command('createStream', 2, null), command('play', 0, null, 'channel', -2000));
    expect(notes.events).toEqual([
      '_result NetConnection.Connect.Success',
      '_result',
      'onStatus NetStream.Play.Reset',
      'onStatus NetStream.Play.Start',
      'play',
    ]);
  });

  it('refuses a wrong key, a wrong application and a publisher in due form', () => {
    expect(talk(connect('live'), command('play', 0, null, 'channel2')).events.slice(1)).toEqual([
      'onStatus NetStream.Play.StreamNotFound',
      'end',
    ]);
    expect(talk(connect('other')).events).toEqual(['_error NetConnection.Connect.InvalidApp', 'end']);
    expect(talk(connect('live'), command('publish', 0, null, 'channel', 'live')).events.slice(1)).toEqual([
      'onStatus NetStream.Publish.Denied',
      'end',
    ]);
  });

  it('takes a publisher with the right key, its media from then on, and tells it what arrived', () => {
    const media = (length: number) =>
      Buffer.concat(writeChunks({ type: MESSAGE.video, streamId: 1, timestampMs: 0, payload: Buffer.alloc(length) }, 128));
    expect(() => talk(connect('live'), media(100_000))).toThrow(RtmpViolation);
    const notes = talk(
      connect('live'),
      media(10),
      command('publish', 0, null, 'studio?x=1', 'live'),
      media(1_100_000),
      media(5),
      command('deleteStream', 3, null, 1),
      media(6),
    );
    expect(notes.events.slice(1)).toEqual(['publish', 'onStatus NetStream.Publish.Start', 'media 9 1100000', 'media 9 5', 'stop']);
  });

  it('lets nobody play who did not connect', () => {
    expect(() => talk(command('play', 0, null, 'channel'))).toThrow(RtmpViolation);
    expect(() => talk(connect('other'), command('play', 0, null, 'channel'))).toThrow(RtmpViolation);
  });

  it('stops when the player has seen enough', () => {
    expect(talk(connect('live'), command('deleteStream', 3, null, 1)).events.at(-1)).toBe('stop');
  });

  it('meets nonsense, before or after the handshake, with a violation and nothing worse', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.uint8Array({ maxLength: 500 }), (isShaken, bytes) => {
        const notes = new Notes();
        const session = new RtmpSession(notes, RANDOM);
        try {
          if (isShaken) session.receive(Buffer.concat([HELLO, connect('live')]));
          session.receive(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RtmpViolation);
        }
        expect(notes.events).not.toContain('play');
      }),
    );
  });
});
