import { describe, expect, it } from 'vitest';
import { startsLikeMedia } from './starts-like-media.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('startsLikeMedia', () => {
  it.each([
    ['MP4', '\0\0\0\x20ftypisom'],
    ['an MP4 of another order', '\0\0\0\x08free'],
    ['Matroska', '\x1aE\xdf\xa3\x01'],
    ['AVI', 'RIFF\x10\0\0\0AVI LIST'],
    ['MXF', '\x06\x0e\x2b\x34\x02'],
    ['a program stream', '\0\0\x01\xba'],
    ['a transport stream', `G${'\0'.repeat(187)}G`],
  ])('knows %s', (_, text) => {
    expect(startsLikeMedia(bytes(text))).toBe(true);
  });

  it.each(['', 'Good morning', '<html>', 'RIFF\x10\0\0\0WAVEfmt ', '\0\0\0\0\0\0\0\0'])('knows %j for something else', (text) => {
    expect(startsLikeMedia(bytes(text))).toBe(false);
  });
});
