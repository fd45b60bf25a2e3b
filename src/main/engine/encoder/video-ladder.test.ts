import { expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { videoLadder } from './video-ladder.ts';

const video = (fields: object) => engineConfigSchema.parse({ video: fields }).video;

it('falls from a hardware encoder to x264 at the same speed and bitrate, without words that only the other one knows', () => {
  const chosen = video({ encoder: 'nvenc', preset: 'fast', bitrateKbps: 5000, tune: 'hq', profile: 'high' });
  expect(videoLadder(chosen)).toEqual([chosen, video({ encoder: 'x264', preset: 'fast', bitrateKbps: 5000 })]);
});

it('falls from words that x264 may refuse to none', () => {
  expect(videoLadder(video({ tune: 'film' }))).toEqual([video({ tune: 'film' }), video({})]);
});

it('has nothing to fall to from plain x264', () => {
  expect(videoLadder(video({}))).toEqual([video({})]);
});
