import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { beforeRaggedEnd, judgeProbe, judgeDecode as judgeWith } from './judge-media.ts';
import type { DecodeFacts, PictureFacts, ProbedFacts } from './media-file.ts';

const picture: PictureFacts = {
  codec: 'h264',
  width: 1280,
  height: 720,
  pixelAspect: { num: 1, den: 1 },
  nominalRate: { num: 30000, den: 1001 },
  averageRate: { num: 30000, den: 1001 },
  isInterlaced: false,
  rotationDegrees: 0,
};
const facts: ProbedFacts = {
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  claimedDuration: milliseconds(10_010),
  claimedPictureDuration: milliseconds(10_010),
  picture,
  sound: null,
  chapters: [],
};
const decoded: DecodeFacts = {
  pictureFrames: 300,
  decodedDuration: milliseconds(10_026),
  errorCount: 0,
  openingErrorCount: 0,
  isCutShort: false,
  isFinished: true,
  uneventful: [],
  loudness: null,
};

const judgeDecode = (of: ProbedFacts, found: DecodeFacts) => judgeWith(of, found, milliseconds(10_000));
const codeOf = (judged: ReturnType<typeof judgeDecode> | ReturnType<typeof judgeProbe>) => (judged.ok ? 'fit' : judged.refusal.code);

describe('judgeProbe', () => {
  it('wants a picture or sound', () => {
    expect(codeOf(judgeProbe(facts))).toBe('fit');
    expect(codeOf(judgeProbe({ ...facts, picture: null, sound: { codec: 'mp3', channels: 2, sampleRateHz: 44100 } }))).toBe('fit');
    expect(codeOf(judgeProbe({ ...facts, picture: null }))).toBe('not-media');
    expect(codeOf(judgeProbe({ ...facts, picture: { ...picture, width: 0 } }))).toBe('corrupt');
  });

  it('takes a still that is named like one, and refuses others, and lists that only name other files', () => {
    expect(codeOf(judgeProbe({ ...facts, container: 'image2' }))).toBe('fit');
    expect(codeOf(judgeProbe({ ...facts, container: 'png_pipe' }))).toBe('unsupported');
    expect(codeOf(judgeProbe({ ...facts, container: 'hls' }))).toBe('not-media');
    expect(codeOf(judgeProbe({ ...facts, container: 'concat' }))).toBe('not-media');
  });
});

describe('judgeDecode', () => {
  it('measures a steady picture by its frames, exactly, however long the sound goes on', () => {
    expect(judgeDecode(facts, decoded)).toEqual({ ok: true, value: 10_010 });
  });

  it('counts interlaced pictures as frames where the container counts fields', () => {
    const fields = { ...picture, isInterlaced: true, nominalRate: { num: 50, den: 1 }, averageRate: { num: 25, den: 1 } };
    const half = { ...decoded, pictureFrames: 250, decodedDuration: milliseconds(10_000) };
    expect(judgeDecode({ ...facts, picture: fields }, half)).toEqual({ ok: true, value: 10_000 });
  });

  it("goes by the decoder's clock where the rate varies", () => {
    const varying = { ...picture, nominalRate: { num: 60, den: 1 }, averageRate: { num: 24, den: 1 } };
    expect(judgeDecode({ ...facts, picture: varying, claimedPictureDuration: null }, decoded)).toEqual({ ok: true, value: 10_026 });
    expect(judgeDecode({ ...facts, picture: varying }, decoded)).toEqual({ ok: true, value: 10_010 });
  });

  it('refuses what ends before it promised, where the container promises', () => {
    const short = { ...decoded, pictureFrames: 200, decodedDuration: milliseconds(6_673) };
    expect(codeOf(judgeDecode(facts, short))).toBe('truncated');
    expect(codeOf(judgeDecode({ ...facts, claimedDuration: null }, short))).toBe('fit');
    expect(codeOf(judgeDecode({ ...facts, container: 'mpegts' }, short))).toBe('fit');
    expect(codeOf(judgeDecode(facts, { ...decoded, decodedDuration: milliseconds(9_600) }))).toBe('fit');
  });

  it('refuses what the demuxer found to be cut, even if some of it is damaged too', () => {
    expect(codeOf(judgeDecode(facts, { ...decoded, isCutShort: true, errorCount: 3 }))).toBe('truncated');
  });

  it('refuses what is damaged or makes the decoder hang', () => {
    expect(codeOf(judgeDecode(facts, { ...decoded, errorCount: 1 }))).toBe('corrupt');
    expect(codeOf(judgeDecode(facts, { ...decoded, isFinished: false }))).toBe('corrupt');
    expect(codeOf(judgeDecode(facts, { ...decoded, pictureFrames: 0 }))).toBe('corrupt');
  });

  it('refuses a single picture, and what there is no decoder for', () => {
    expect(codeOf(judgeDecode({ ...facts, claimedDuration: null }, { ...decoded, pictureFrames: 1 }))).toBe('unsupported');
    expect(codeOf(judgeDecode(facts, { ...decoded, pictureFrames: 0, isFinished: false }))).toBe('unsupported');
  });
});

describe('judgeDecode of a still and of sound alone', () => {
  const still = { ...facts, container: 'image2', claimedDuration: milliseconds(40), claimedPictureDuration: milliseconds(40) };
  const one = { ...decoded, pictureFrames: 1, decodedDuration: milliseconds(40) };
  const song = { ...facts, container: 'flac', picture: null, sound: { codec: 'flac', channels: 2, sampleRateHz: 44_100 } };
  const heard = { ...decoded, pictureFrames: 0, decodedDuration: milliseconds(10_007) };

  it('shows a still as long as it is told', () => {
    expect(judgeWith(still, one, milliseconds(7_000))).toEqual({ ok: true, value: 7_000 });
    expect(codeOf(judgeDecode(still, { ...one, errorCount: 1 }))).toBe('corrupt');
    expect(codeOf(judgeDecode(still, { ...one, pictureFrames: 0 }))).toBe('corrupt');
  });

  it('measures sound alone by what is heard, and refuses what is damaged or cut', () => {
    expect(judgeDecode(song, heard)).toEqual({ ok: true, value: 10_007 });
    expect(codeOf(judgeDecode(song, { ...heard, decodedDuration: milliseconds(0) }))).toBe('corrupt');
    expect(codeOf(judgeDecode(song, { ...heard, decodedDuration: milliseconds(5_000) }))).toBe('truncated');
    // Everything comes before the first picture where there is none: nothing of it is forgiven for that.
    expect(codeOf(judgeDecode({ ...song, container: 'mp3' }, { ...heard, errorCount: 2, openingErrorCount: 2 }))).toBe('corrupt');
  });
});

describe('a stream that was cut out of a longer one', () => {
  const stream = { ...facts, container: 'mpegts' };
  const cut = { ...decoded, errorCount: 7, openingErrorCount: 5 };

  it('may begin with pictures that can not be shown', () => {
    expect(codeOf(judgeDecode(stream, { ...cut, errorCount: 5 }))).toBe('fit');
    expect(codeOf(judgeDecode(facts, { ...cut, errorCount: 5 }))).toBe('corrupt');
  });

  it('is looked at again without its last second when there is damage after its start', () => {
    expect(beforeRaggedEnd(stream, cut)).toBe(9_026);
    expect(beforeRaggedEnd(stream, { ...cut, errorCount: 5 })).toBeNull();
    expect(beforeRaggedEnd(facts, cut)).toBeNull();
    expect(beforeRaggedEnd(stream, { ...cut, decodedDuration: milliseconds(900) })).toBeNull();
    expect(codeOf(judgeDecode(stream, cut))).toBe('corrupt');
  });
});
