import { describe, expect, it } from 'vitest';
import { parseOpening } from './media-opening.ts';

const STDOUT_MKV = `#extradata 0:       38, 0xead00b60
#software: Lavf59.27.100
#tb 0: 1/1000
#media_type 0: video
#codec_id 0: h264
#dimensions 0: 1280x720
#sar 0: 1/1
0,         21,         21,       40,    48351, 0x6ea0a65e
`;

const STDERR = (colours: string, size: string): string => `Input #0, matroska,webm, from 'o.mkv':
  Duration: 00:00:03.02, start: 0.000000, bitrate: 1393 kb/s
  Stream #0:0: Video: h264 (High), ${colours}, ${size} [SAR 1:1 DAR 16:9], 25 fps, 25 tbr, 1k tbn (default)
Output #0, framecrc, to 'pipe:1':
  Stream #0:0: Video: h264 (High), yuv420p(progressive), 1280x720 [SAR 1:1 DAR 16:9], q=2-31, 25 fps, 25 tbr, 1k tbn (default)
`;

const AAC = ': Audio: aac (LC), 44100 Hz, mono, fltp';

/** The track of a file with these ones, as a station of a language chooses it. */
function chosenIn(language: string | null, ...tracks: readonly string[]) {
  const lines = tracks.map((track, index) => `  Stream #0:${index + 1}${track}`).join('\n');
  return parseOpening(STDOUT_MKV, `Input #0, matroska,webm, from 'o.mkv':\n${lines}\nOutput #0, framecrc, to 'pipe:1':`, language)
    ?.soundTrack;
}

describe('parseOpening', () => {
  it('reads the time of the first packet', () => {
    expect(parseOpening(STDOUT_MKV, STDERR('yuv420p(tv, bt709, progressive)', '1280x720'), null)).toEqual({
      originUs: 21_000,
      colourMatrix: null,
      isHdr: false,
      soundTrack: 0,
    });
  });

  it('takes what an edit list hides for the start', () => {
    const stdout = '#tb 0: 1/12800\n0,      -1024,      -512,      512,    48351, 0x6ea0a65e\n';
    expect(parseOpening(stdout, '', null)?.originUs).toBe(0);
  });

  it('knows the colours that have to be converted', () => {
    const matrixOf = (colours: string, size: string) => parseOpening(STDOUT_MKV, STDERR(colours, size), null)?.colourMatrix;
    expect(matrixOf('yuv420p(tv, smpte170m/bt470bg/bt709, progressive)', '720x480')).toBe('smpte170m');
    expect(matrixOf('yuv420p(progressive)', '720x576')).toBe('bt601');
    expect(matrixOf('yuv420p(progressive)', '1280x720')).toBe(null);
    expect(matrixOf('yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67)', '3840x2160')).toBe('bt2020');
    expect(matrixOf('gbrp(pc, gbr/unknown/unknown, progressive)', '640x360')).toBe('rgb');
    expect(matrixOf('rgba(pc, gbr/unknown/unknown)', '640x360')).toBe('rgb');
  });

  it('knows high dynamic range', () => {
    const isHdr = (colours: string) => parseOpening(STDOUT_MKV, STDERR(colours, '1920x1080'), null)?.isHdr;
    expect(isHdr('yuv420p10le(tv, bt2020nc/bt2020/smpte2084, progressive)')).toBe(true);
    expect(isHdr('yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67)')).toBe(true);
    expect(isHdr('yuv420p10le(tv, bt2020nc/bt2020/bt2020-10)')).toBe(false);
  });

  it('chooses the sound that its maker marked as the usual one, then the first one that is for everybody', () => {
    const chosen = (...tracks: readonly string[]) => chosenIn(null, ...tracks);
    expect(chosen(AAC, `(deu)${AAC} (default)`)).toBe(1);
    expect(chosen(AAC, AAC)).toBe(0);
    expect(chosen(`${AAC} (default) (visual impaired)`, AAC)).toBe(1);
    expect(chosen(`${AAC} (comment)`)).toBe(0);
    expect(chosen(`${AAC} (comment)`, `${AAC} (comment) (default)`)).toBe(1);
    expect(chosen()).toBe(0);
  });

  it('chooses the sound in the language of the station, by either of its codes, wherever there is one for everybody', () => {
    expect(chosenIn('eng', `(deu)${AAC} (default)`, `(eng)${AAC}`)).toBe(1);
    expect(chosenIn('ger', `[0x101](eng)${AAC}`, `[0x102](deu)${AAC}`, `[0x103](ger)${AAC} (default)`)).toBe(2);
    expect(chosenIn('fra', `(deu)${AAC}`, `(eng)${AAC} (default)`)).toBe(1);
    expect(chosenIn('eng', AAC, `(eng)${AAC} (comment)`)).toBe(0);
    expect(chosenIn('eng', `(eng)${AAC} (comment)`, `(eng)${AAC} (default)`, `(eng)${AAC}`)).toBe(1);
  });

  it('finds nothing in a file without packets', () => {
    expect(parseOpening('#software: Lavf59.27.100\n', 'o.mp4: Invalid data found when processing input', null)).toBeNull();
  });
});
