import type { Readable } from 'node:stream';
import { SAMPLE_RATE } from '../../../shared/time/index.ts';
import type { PictureQueue } from './picture-queue.ts';
import type { SoundQueue } from './sound-queue.ts';

/** What may be held of one stream while the other one is wanted and doesn't come: times the ordinary limit, and samples. */
const STARVED_QUEUES = 4;
const MOST_SOUND = 30 * SAMPLE_RATE;
const ENOUGH_SOUND = 1.5 * SAMPLE_RATE;

/**
 * The two streams of one decoder and when to read them. Each is left unread once enough of it is held, so that the decoder waits; but never
 * while the other one is empty, because the decoder writes both from one thread.
 *
 * Pictures are let down to half before they are read again: bursts cost less than one wake-up for each frame.
 */
export class DecoderFeed {
  readonly #pictures: PictureQueue;
  readonly #sound: SoundQueue;
  #mostPictures: number;
  #pictureReader: Readable | null = null;
  #soundReader: Readable | null = null;
  #arePicturesHeld = false;
  #isSoundHeld = false;

  constructor(pictures: PictureQueue, sound: SoundQueue, mostPictures: number) {
    this.#pictures = pictures;
    this.#sound = sound;
    this.#mostPictures = mostPictures;
  }

  /** Holds up to so many pictures from now on. */
  hold(mostPictures: number): void {
    this.#mostPictures = mostPictures;
  }

  /** Whether no picture is left to come. */
  get picturesEnded(): boolean {
    return this.#pictureReader === null;
  }

  /** Whether no sound is left to come. */
  get soundEnded(): boolean {
    return this.#soundReader === null;
  }

  /** Takes over the readers of the streams that there are. `onEnd` is called when each of them has ended. */
  attach(pictureReader: Readable | null, soundReader: Readable | null, onEnd: () => void): void {
    this.#pictureReader = pictureReader;
    this.#soundReader = soundReader;
    pictureReader?.once('close', () => {
      this.#pictureReader = null;
      onEnd();
    });
    soundReader?.once('close', () => {
      this.#soundReader = null;
      onEnd();
    });
  }

  /** Whether as much is held as there may be although the sound has not come. */
  get hasGivenUpOnSound(): boolean {
    return this.#pictures.length >= this.#mostPictures * STARVED_QUEUES;
  }

  /** Reads or leaves each stream according to what is held from sample `soundPosition` on. */
  steer(soundPosition: number): void {
    const samples = this.#sound.samplesFrom(soundPosition);
    this.#steerPictures(samples);
    this.#steerSound(samples);
  }

  /** Lets go of both streams. */
  close(): void {
    this.#pictureReader?.destroy();
    this.#soundReader?.destroy();
  }

  #steerPictures(samples: number): void {
    const reader = this.#pictureReader;
    if (reader === null) return;
    const isSoundWanted = this.#soundReader !== null && samples === 0;
    const limit = this.#mostPictures * (isSoundWanted ? STARVED_QUEUES : 1);
    const held = this.#pictures.length;
    if (!this.#arePicturesHeld && held >= limit) {
      this.#arePicturesHeld = true;
      reader.pause();
    } else if (this.#arePicturesHeld && (held <= this.#mostPictures / 2 || (isSoundWanted && held < limit))) {
      this.#arePicturesHeld = false;
      reader.resume();
    }
  }

  #steerSound(samples: number): void {
    const reader = this.#soundReader;
    if (reader === null) return;
    const isPictureWanted = this.#pictureReader !== null && this.#pictures.length === 0;
    const limit = isPictureWanted ? MOST_SOUND : ENOUGH_SOUND;
    if (!this.#isSoundHeld && samples >= limit) {
      this.#isSoundHeld = true;
      reader.pause();
    } else if (this.#isSoundHeld && (samples <= ENOUGH_SOUND / 2 || (isPictureWanted && samples < limit))) {
      this.#isSoundHeld = false;
      reader.resume();
    }
  }
}
