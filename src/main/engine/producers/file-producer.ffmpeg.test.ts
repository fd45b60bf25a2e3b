import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, makeCorruptFile } from '../../../../test-media/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { drainProducer } from '../testing/drain-producer.ts';
import { decoderTools, LivingChildren } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FileProducer } from './file-producer.ts';

const children = new LivingChildren();

function open(path: string, inFrame: number, lengthFrames: number | null, rate = '25/1', change: { hasSound?: boolean } = {}) {
  const format = { width: 320, height: 180, rate: parseFrameRate(rate) };
  const source = {
    type: 'file' as const,
    path,
    inFrame: frames(inFrame),
    hasPicture: true,
    hasSound: true,
    gainDb: decibels(0),
    ...change,
  };
  const length = lengthFrames === null ? null : frames(lengthFrames);
  return new FileProducer({ source, lengthFrames: length }, decoderTools(format, children));
}

async function drained(path: string, inFrame: number, lengthFrames: number | null, rate = '25/1') {
  const producer = open(path, inFrame, lengthFrames, rate);
  const all = await drainProducer(producer, parseFrameRate(rate), 100_000);
  await producer.close();
  return all;
}

describe('FileProducer', () => {
  it.each([
    ['24/1', 'mp4', '25/1'],
    ['25/1', 'mkv', '25/1'],
    ['30000/1001', 'mkv', '25/1'],
    ['50/1', 'mp4', '25/1'],
    ['24/1', 'mkv', '30000/1001'],
    ['25/1', 'ts', '30000/1001'],
    ['30000/1001', 'mp4', '30000/1001'],
    ['50/1', 'ts', '25/1'],
  ])('resumes a %s file (%s) in a %s channel with exactly the picture that follows', async (fileRate, container, channelRate) => {
    const path = join(await temporaryFolder(), `clip.${container}`);
    const rate = parseFrameRate(fileRate);
    const seconds = 4;
    await makeCodedClip({
      path,
      clipId: 7,
      frames: Math.round((seconds * rate.num) / rate.den),
      rate,
      width: 320,
      height: 180,
      audio: 'stereo',
    });
    const whole = await drained(path, 0, null, channelRate);
    const channel = parseFrameRate(channelRate);
    expect(Math.abs(whole.pictures.length - (seconds * channel.num) / channel.den)).toBeLessThanOrEqual(1);
    for (const inFrame of [1, 37, 62, 83]) {
      const part = await drained(path, inFrame, 15, channelRate);
      expect(part.pictures).toEqual(whole.pictures.slice(inFrame, inFrame + 15));
    }
  });

  it('resumes a stream without an index exactly, far into it', async () => {
    const path = join(await temporaryFolder(), 'clip.ts');
    await makeCodedClip({ path, clipId: 7, frames: 380, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'stereo' });
    const whole = await drained(path, 0, null);
    const part = await drained(path, 343, 20);
    expect(part.pictures).toEqual(whole.pictures.slice(343, 363));
  });

  it('neither loses nor repeats a picture of a file at the channel rate', async () => {
    const folder = await temporaryFolder();
    for (const container of ['mp4', 'mkv', 'ts']) {
      const path = join(folder, `clip.${container}`);
      await makeCodedClip({ path, clipId: 7, frames: 60, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'stereo' });
      const { pictures } = await drained(path, 0, null);
      expect(pictures).toHaveLength(60);
      expect(new Set(pictures).size).toBe(60);
    }
  });

  it('gives silence under a picture that has no sound', async () => {
    const path = join(await temporaryFolder(), 'mute.mp4');
    await makeCodedClip({ path, clipId: 7, frames: 30, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'none' });
    const producer = open(path, 0, 30, '25/1', { hasSound: false });
    const { pictures, sound } = await drainProducer(producer, parseFrameRate('25/1'), 30);
    await producer.close();
    expect(pictures).toHaveLength(30);
    expect(sound.every((byte) => byte === 0)).toBe(true);
  });

  it('keeps the sound in step with the picture when it resumes', async () => {
    const path = join(await temporaryFolder(), 'clip.mp4');
    await makeCodedClip({ path, clipId: 7, frames: 100, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'stereo' });
    const whole = await drained(path, 0, null);
    const part = await drained(path, 50, 50);
    expect(part.sound.length).toBe(50 * 1920 * 4);
    // What is under its last pictures may have come too late to be drained.
    const heard = part.sound.subarray(0, 40 * 1920 * 4);
    expect(largestDifference(heard, whole.sound.subarray(50 * 1920 * 4, 90 * 1920 * 4))).toBeLessThan(200);
  });

  it('says before its seam that a file is missing, empty or no media at all', async () => {
    const folder = await temporaryFolder();
    const corrupt = join(folder, 'corrupt.mp4');
    const empty = join(folder, 'empty.mp4');
    await makeCorruptFile(corrupt, 20_000);
    await writeFile(empty, '');
    for (const [path, reason] of [
      [join(folder, 'missing.mp4'), 'media-missing'],
      [corrupt, 'media-corrupt'],
      [empty, 'media-corrupt'],
    ] as const) {
      const producer = open(path, 0, 50);
      while (producer.state === 'opening') await producer.changed();
      expect([producer.state, producer.failure?.reason, producer.isSpentAt(0)]).toEqual(['failed', reason, true]);
      await producer.close();
    }
  });

  it('airs what a short file has and says that it was short', async () => {
    const path = join(await temporaryFolder(), 'short.mp4');
    await makeCodedClip({ path, clipId: 7, frames: 40, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'stereo' });
    const producer = open(path, 0, 100);
    const { pictures } = await drainProducer(producer, parseFrameRate('25/1'), 100);
    expect(pictures).toHaveLength(40);
    while (producer.failure === null) await producer.changed();
    expect(producer.failure?.reason).toBe('media-short');
    await producer.close();
  });

  it('holds about a second of a long file and leaves no decoder when it is closed', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'long.mp4');
    await makeCodedClip({ path, clipId: 7, frames: 250, rate: parseFrameRate('25/1'), width: 320, height: 180, audio: 'stereo' });
    const producer = open(path, 0, 250);
    while (producer.picturesFrom(0) < 10) await producer.changed();
    expect(producer.picturesFrom(0)).toBeLessThanOrEqual(11);
    producer.pictureAt(0);
    while (producer.picturesFrom(0) < 25) await producer.changed();
    expect(producer.picturesFrom(0)).toBeLessThanOrEqual(26);
    expect(children.pids.size).toBe(1);
    await producer.close();
    expect(children.pids.size).toBe(0);
    await rm(path);
  });
});

function largestDifference(a: Buffer, b: Buffer): number {
  let largest = 0;
  for (let at = 0; at + 1 < a.length; at += 2) largest = Math.max(largest, Math.abs(a.readInt16LE(at) - b.readInt16LE(at)));
  return largest;
}
