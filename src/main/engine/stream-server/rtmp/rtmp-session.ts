import { type AmfValue, decodeAmf } from './amf0.ts';
import { ChunkReader } from './chunk-reader.ts';
import { Handshake } from './handshake.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { RtmpViolation } from './rtmp-violation.ts';
import {
  acknowledgementMessage,
  commandMessage,
  MEDIA_STREAM_ID,
  openingMessages,
  pongMessage,
  statusMessage,
  streamBeginMessage,
} from './server-message.ts';

const APP = 'live';
const MEDIA_TYPES: readonly number[] = [MESSAGE.audio, MESSAGE.video, MESSAGE.data];
/** Enough for any command. */
const MOST_MESSAGE_BYTES = 64 * 1024;
/** Enough for a key frame of any live source. */
const MOST_MEDIA_BYTES = 8 * 1024 * 1024;
/** How often a publisher is told what arrived. */
const ACKNOWLEDGE_EVERY_BYTES = 1_000_000;

/** What a client asked for, as soon as it is known. The answers are in `RtmpSession`. */
export interface SessionHost {
  /** Bytes of the handshake. */
  sendRaw(bytes: Buffer): void;
  send(message: RtmpMessage): void;
  /** Closes the connection once all that was sent is out. */
  end(): void;
  /** Whether a client with this key may watch. */
  mayPlay(key: string): boolean;
  /** The client is told that it plays; the stream may follow. */
  play(): void;
  /** Takes a client as a publisher under this key, or says in words for it why not. */
  publish(key: string): MediaReceiver | string;
  /** The client wants no more. */
  stop(): void;
}

/** Takes what a publisher sends: picture, sound and what it says of them. */
export interface MediaReceiver {
  receive(message: RtmpMessage): void;
}

/** One client's talk with the server: handshake, then commands (Adobe RTMP 1.0, 7.2). Knows nothing of sockets. */
export class RtmpSession {
  readonly #host: SessionHost;
  readonly #handshake: Handshake;
  readonly #reader = new ChunkReader(MOST_MESSAGE_BYTES);
  #isShaken = false;
  #isConnected = false;
  #receiver: MediaReceiver | null = null;
  #receivedBytes = 0;
  #acknowledgedBytes = 0;

  /** `random`: at least 1528 bytes for the handshake. */
  constructor(host: SessionHost, random: Buffer) {
    this.#host = host;
    this.#handshake = new Handshake(random);
  }

  /** Takes bytes from the client. @throws RtmpViolation when it is not worth talking to any longer. */
  receive(bytes: Buffer): void {
    const rest = this.#isShaken ? bytes : this.#shake(bytes);
    if (rest === null) return;
    for (const message of this.#reader.push(rest)) this.#take(message);
    this.#acknowledge(bytes.length);
  }

  #shake(bytes: Buffer): Buffer | null {
    const { reply, rest } = this.#handshake.push(bytes);
    if (reply.length > 0) this.#host.sendRaw(reply);
    this.#isShaken = rest !== null;
    return rest;
  }

  #take(message: RtmpMessage): void {
    if (message.type === MESSAGE.command) this.#perform(decodeAmf(message.payload));
    // The AMF 3 form begins with a byte that says "AMF 0 follows" in every client that sends it.
    if (message.type === MESSAGE.commandAmf3) this.#perform(decodeAmf(message.payload.subarray(1)));
    if (MEDIA_TYPES.includes(message.type)) this.#receiver?.receive(message);
    const pong = message.type === MESSAGE.userControl ? pongMessage(message.payload) : null;
    if (pong) this.#host.send(pong);
  }

  #perform([name, transaction, ...operands]: readonly AmfValue[]): void {
    const id = typeof transaction === 'number' ? transaction : 0;
    if (name === 'connect') this.#connect(id, operands);
    else if (this.#isConnected) this.#performConnected(name, id, operands);
    else throw new RtmpViolation('A command came before connect');
  }

  /** Commands that are not named here want no answer. */
  #performConnected(name: AmfValue | undefined, id: number, operands: readonly AmfValue[]): void {
    if (name === 'createStream') this.#host.send(commandMessage(0, ['_result', id, null, MEDIA_STREAM_ID]));
    if (name === 'getStreamLength') this.#host.send(commandMessage(0, ['_result', id, null, 0]));
    if (name === 'play') this.#play(operands);
    if (name === 'publish') this.#publish(operands);
    if (name === 'closeStream' || name === 'deleteStream') this.#stop();
  }

  #stop(): void {
    this.#receiver = null;
    this.#host.stop();
  }

  #connect(id: number, operands: readonly AmfValue[]): void {
    if (appOf(operands[0]) === APP) this.#accept(id);
    else {
      const info = { level: 'error', code: 'NetConnection.Connect.InvalidApp', description: 'There is no such application.' };
      this.#host.send(commandMessage(0, ['_error', id, null, info]));
      this.#host.end();
    }
  }

  #accept(id: number): void {
    this.#isConnected = true;
    for (const message of openingMessages()) this.#host.send(message);
    const properties = { fmsVer: 'FMS/3,0,1,123', capabilities: 31 };
    const info = { level: 'status', code: 'NetConnection.Connect.Success', description: 'Connected.', objectEncoding: 0 };
    this.#host.send(commandMessage(0, ['_result', id, properties, info]));
  }

  #play(operands: readonly AmfValue[]): void {
    if (!this.#host.mayPlay(keyOf(operands))) {
      this.#refuse('NetStream.Play.StreamNotFound', 'There is no such stream.');
      return;
    }
    this.#host.send(streamBeginMessage());
    this.#host.send(statusMessage('status', 'NetStream.Play.Reset', 'The stream begins.'));
    this.#host.send(statusMessage('status', 'NetStream.Play.Start', 'The stream begins.'));
    this.#host.play();
  }

  #publish(operands: readonly AmfValue[]): void {
    const answer = this.#receiver ?? this.#host.publish(keyOf(operands));
    if (typeof answer === 'string') {
      this.#refuse('NetStream.Publish.Denied', answer);
      return;
    }
    this.#receiver = answer;
    this.#reader.allow(MOST_MEDIA_BYTES);
    this.#host.send(streamBeginMessage());
    this.#host.send(statusMessage('status', 'NetStream.Publish.Start', 'The stream is taken.'));
  }

  /** Some encoders stop when nobody tells them that anything arrives (5.4.3). */
  #acknowledge(bytes: number): void {
    this.#receivedBytes += bytes;
    if (this.#receiver === null || this.#receivedBytes - this.#acknowledgedBytes < ACKNOWLEDGE_EVERY_BYTES) return;
    this.#acknowledgedBytes = this.#receivedBytes;
    this.#host.send(acknowledgementMessage(this.#receivedBytes));
  }

  #refuse(code: string, description: string): void {
    this.#host.send(statusMessage('error', code, description));
    this.#host.end();
  }
}

/** The stream's key in `play` and `publish`; what follows a question mark is for other servers. */
function keyOf(operands: readonly AmfValue[]): string {
  return String(operands[1] ?? '').split('?', 1)[0] ?? '';
}

function appOf(command: AmfValue | undefined): string {
  const app = typeof command === 'object' && command !== null && 'app' in command ? command.app : null;
  return typeof app === 'string' ? (app.split('?', 1)[0] ?? '').replace(/\/+$/, '') : '';
}
