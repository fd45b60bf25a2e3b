import { describe, expect, it } from 'vitest';
import { decodeArguments } from './decode-arguments.ts';
import { decodeFacts, NOTHING_DECODED, readDecodeLine } from './decode-report.ts';

// Lines that FFmpeg 5.1 printed for `decodeArguments`.
const WHOLE = `[info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:a25.mp4':
[info]   Duration: 00:00:02.00, start: 0.000000, bitrate: 679 kb/s
frame=1
out_time_us=40000
progress=continue
frame=50
fps=0.00
out_time_us=2005333
dup_frames=0
drop_frames=0
speed= 162x
progress=end
[info] frame=   50 fps=0.0 q=-0.0 Lsize=N/A time=00:00:02.00 bitrate=N/A speed= 162x    
[Parsed_ebur128_0 @ 0x559a2c2c0780] [info] Summary:

  Integrated loudness:
    I:         -21.8 LUFS
    Threshold: -31.8 LUFS

  Loudness range:
    LRA:         0.0 LU
    Threshold:   0.0 LUFS
    LRA low:     0.0 LUFS
    LRA high:    0.0 LUFS

  True peak:
    Peak:      -16.1 dBFS
`;
const SILENT = `  Integrated loudness:
    I:         -70.0 LUFS
  True peak:
    Peak:       -inf dBFS
`;
const CUT_MP4 = `[mov,mp4,m4a,3gp,3g2,mj2 @ 0x561cf916d180] [warning] Packet corrupt (stream = 0, dts = 31232).
[NULL @ 0x561cf916e680] [error] Invalid NAL unit size (3343 > 792).
[NULL @ 0x561cf916e680] [error] missing picture in access unit with size 796
[warning] file:cut-long.mp4: corrupt input packet in stream 0
[error] Error while decoding stream #0:0: Invalid data found when processing input
[mov,mp4,m4a,3gp,3g2,mj2 @ 0x561cf916d180] [error] stream 1, offset 0x365a0: partial file
`;
const CUT_MATROSKA = '[matroska,webm @ 0x565500174180] [error] File ended prematurely\n';
const DAMAGED = `[h264 @ 0x55cb2e839c40] [error] mb_type 28 in I slice too large at 17 9
[h264 @ 0x55cb2e839c40] [error] error while decoding MB 17 9
[h264 @ 0x55cb2e839c40] [info] concealing 92 DC, 92 AC, 92 MV errors in I frame
[warning] file:corrupt-middle.mp4: corrupt decoded frame in stream 0
[aac @ 0x55cb2e80ab40] [error] Reserved bit set.
`;
const OPEN_START = '[h264 @ 0x5581d4f2c3c0] [error] co located POCs unavailable\n';

const WATCH = 'setpts=PTS-STARTPTS,blackdetect=d=0.01:pix_th=0.10,freezedetect=n=-60dB:d=5';
const DULL = `[silencedetect @ 0x562b364d5980] [info] silence_start: 8.02133
[silencedetect @ 0x562b364d5980] [info] silence_end: 9.02377 | silence_duration: 1.00244
[blackdetect @ 0x562b364e5200] [info] black_start:8.021 black_end:9.021 black_duration:1
[freezedetect @ 0x562b364e5f40] [info] lavfi.freezedetect.freeze_start: 14.181
[freezedetect @ 0x562b364e5f40] [info] lavfi.freezedetect.freeze_duration: 5.84
[freezedetect @ 0x562b364e5f40] [info] lavfi.freezedetect.freeze_end: 20.021
[silencedetect @ 0x562b364d5980] [info] silence_start: 21.5
out_time_us=26000000
`;

const factsOf = (lines: string) => decodeFacts(lines.split('\n').reduce(readDecodeLine, NOTHING_DECODED));

describe('decodeArguments', () => {
  const film = { path: '/m/film.mp4', hasPicture: true, hasSound: false, until: null };

  it('decode the moving picture alone, once each, on one thread', () => {
    const before = '-hide_banner -nostdin -nostats -v level+info -progress pipe:2 -threads 1 -protocol_whitelist file';
    expect(decodeArguments(film).input.join(' ')).toBe(before);
    expect(decodeArguments(film).output.join(' ')).toBe(`-map 0:V:0 -fps_mode passthrough -vf ${WATCH} -f null`);
  });

  it('measure the loudness of the first sound on the way, in the form it will air in', () => {
    const filters =
      'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,silencedetect=n=-50dB:d=0.1,ebur128=peak=true:framelog=verbose';
    const after = `-map 0:V:0 -fps_mode passthrough -vf ${WATCH} -map 0:a:0 -af ${filters} -f null`;
    expect(decodeArguments({ ...film, hasSound: true }).output.join(' ')).toBe(after);
    const alone = decodeArguments({ ...film, path: '/m/song.mp3', hasPicture: false, hasSound: true });
    expect(alone.output.join(' ')).toBe(`-map 0:a:0 -af ${filters} -f null`);
  });

  it('read a still as one image, whatever is in its name', () => {
    const { input } = decodeArguments({ ...film, path: '/m/50%d.PNG' });
    expect(input.slice(-4)).toEqual(['-f', 'image2', '-pattern_type', 'none']);
  });
});

describe('readDecodeLine', () => {
  it('reads frames, length, end and loudness of a whole file', () => {
    expect(factsOf(WHOLE)).toEqual({
      pictureFrames: 50,
      decodedDuration: 2005.333,
      errorCount: 0,
      openingErrorCount: 0,
      isCutShort: false,
      isFinished: true,
      uneventful: [],
      loudness: { integratedLufs: -21.8, truePeakDb: -16.1 },
    });
  });

  it('takes silence for no loudness', () => {
    expect(factsOf(SILENT).loudness).toBeNull();
  });

  it('knows a file that was cut by what the demuxer says', () => {
    expect(factsOf(CUT_MP4)).toMatchObject({ isCutShort: true, errorCount: 5, isFinished: false });
    expect(factsOf(CUT_MATROSKA)).toMatchObject({ isCutShort: true, errorCount: 1 });
  });

  it('counts what the decoders find damaged, and not what they say about it', () => {
    expect(factsOf(DAMAGED)).toMatchObject({ isCutShort: false, errorCount: 4 });
  });

  it('reads black, stills and silence, and lets what still goes on last to the end', () => {
    expect(factsOf(DULL).uneventful).toEqual([
      { type: 'silence', from: 8021, until: 9024 },
      { type: 'black', from: 8021, until: 9021 },
      { type: 'freeze', from: 14181, until: 20021 },
      { type: 'silence', from: 21500, until: 26000 },
    ]);
  });

  it('does not take a name for the word of a detector', () => {
    expect(factsOf("[info] Input #0, avi, from 'file:/m/[blackdetect @ 0x1] [info] black_start:1 black_end:2':").uneventful).toEqual([]);
  });

  it('does not mind how an open group of pictures begins', () => {
    expect(factsOf(OPEN_START).errorCount).toBe(0);
  });

  it('does not take a name in a line for a complaint', () => {
    expect(factsOf("[info] Input #0, matroska,webm, from 'file:/media/[error] partial file.mkv':").errorCount).toBe(0);
  });
});
