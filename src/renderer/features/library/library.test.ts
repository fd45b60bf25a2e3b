import { describe, expect, it } from 'vitest';
import type { Import, MediaFile } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { formatText, lifecycleBadge } from './asset-facts.ts';
import { fileName, importProgress, importWords } from './import-words.ts';

const media: MediaFile = {
  path: '/media/a.mp4',
  sizeBytes: 1,
  container: 'mp4',
  videoCodec: 'h264',
  width: 1920,
  height: 1080,
  frameRate: '30000/1001',
  audioCodec: 'aac',
  audioChannels: 2,
  durationMs: milliseconds(1000),
};
const job: Import = { id: '1', path: '/media', state: 'running', isPaused: false, found: 8, done: 2, failed: [] };
const failure = { path: '/media/x.mp4', code: 'corrupt', reason: 'It can not be decoded.' } as const;

describe('formatText', () => {
  it('tells size, rate and codecs in a line', () => {
    expect(formatText(media)).toBe('1920×1080 · 29.97 fps · H.264 · AAC stereo');
  });

  it('says what is not there', () => {
    expect(formatText({ ...media, frameRate: '25/1', audioCodec: null })).toBe('1920×1080 · 25 fps · H.264 · no sound');
    expect(formatText({ ...media, width: null, height: null, frameRate: null, videoCodec: null })).toBe('no picture · AAC stereo');
  });
});

describe('lifecycleBadge', () => {
  it('does not call an asset ready that nobody approved', () => {
    expect(lifecycleBadge({ lifecycle: 'ready', isApproved: true }).word).toBe('READY');
    expect(lifecycleBadge({ lifecycle: 'ready', isApproved: false }).word).toBe('NOT APPROVED');
  });
});

describe('an import in words', () => {
  it('tells how far it has come', () => {
    expect(importWords({ ...job, found: 0, done: 0 })).toBe('Looking for media…');
    expect(importWords(job)).toBe('2 of 8 files');
    expect(importProgress(job)).toBe(0.25);
  });

  it('counts what was taken and what was refused', () => {
    expect(importWords({ ...job, state: 'done', done: 8, failed: [failure] })).toBe('7 files imported, 1 refused');
    expect(importWords({ ...job, state: 'done', found: 1, done: 1 })).toBe('1 file imported');
    expect(importWords({ ...job, state: 'done', found: 0, done: 0 })).toBe('No media found');
  });

  it('names a file on any kind of machine', () => {
    expect(fileName('/media/shows/News.mp4')).toBe('News.mp4');
    expect(fileName('C:\\Media\\Shows\\')).toBe('Shows');
  });
});
