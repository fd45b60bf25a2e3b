import { describe, expect, it } from 'vitest';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { decoderArguments, stillArguments } from './decoder-arguments.ts';
import type { MediaOpening } from './media-opening.ts';
import { resumePoint } from './resume-point.ts';

const RATE = parseFrameRate('25/1');
const FORMAT = { width: 1280, height: 720, rate: RATE };
const SOURCE = { type: 'file' as const, path: '/media/a.mp4', inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
const OPENING: MediaOpening = { originUs: 0, colourMatrix: null, isHdr: false, soundTrack: 0 };
const SCALE =
  "scale=w='max(2,2*round(min(1280,720*dar)/2))':h='max(2,2*round(min(720,1280/dar)/2))':out_range=tv" +
  ',setsar=1,format=yuv420p,pad=1280:720:(ow-iw)/2:(oh-ih)/2';

describe('decoderArguments', () => {
  it('decodes a file from its start', () => {
    const args = decoderArguments({ source: SOURCE, lengthFrames: frames(250) }, OPENING, FORMAT, false);
    expect(args.join(' ')).toBe(
      '-hide_banner -nostdin -v error -threads 2 -filter_threads 1 -copyts -noaccurate_seek -i /media/a.mp4 ' +
        '-map 0:V:0 -fps_mode passthrough -vf bwdif=mode=send_frame:deint=interlaced,settb=AVTB,setpts=PTS--808,' +
        `fps=25/1:start_time=0:round=near,trim=start_frame=0:end_frame=250,setpts=PTS-STARTPTS,${SCALE} ` +
        '-pix_fmt yuv420p -f rawvideo pipe:1 ' +
        '-map 0:a:0 -af asetpts=PTS-0/1000000/TB,atrim=start=0,aresample=48000:async=1:min_hard_comp=0.02:first_pts=0,' +
        'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,adelay=39S:all=1,atrim=start_sample=0:end_sample=480001 -f s16le pipe:3',
    );
  });

  it('resumes half a second early and throws that away', () => {
    const source = { ...SOURCE, inFrame: frames(300), gainDb: decibels(-3.5) };
    const args = decoderArguments(
      { source, lengthFrames: frames(25) },
      { ...OPENING, originUs: 21_000, colourMatrix: 'bt601', soundTrack: 1 },
      FORMAT,
      false,
    ).join(' ');
    expect(args).toContain('-copyts -noaccurate_seek -ss 11.480000 -i');
    expect(args).toContain('setpts=PTS-11500192,fps=25/1:start_time=0:round=near,trim=start_frame=13:end_frame=38');
    expect(args).toContain('asetpts=PTS-11501000/1000000/TB');
    expect(args).toContain('atrim=start_sample=24921:end_sample=72922,volume=-3.5dB');
    expect(args).toContain('-map 0:a:1');
    expect(args).toContain('in_color_matrix=bt601:out_color_matrix=bt709');
  });

  it('asks for no stream that is not there', () => {
    const mute = decoderArguments({ source: { ...SOURCE, hasSound: false }, lengthFrames: null }, OPENING, FORMAT, false);
    expect(mute).not.toContain('0:a:0');
  });

  it('brings high dynamic range down where it can', () => {
    const hdr = { ...OPENING, colourMatrix: 'bt2020', isHdr: true } as const;
    const part = { source: SOURCE, lengthFrames: null };
    expect(decoderArguments(part, hdr, FORMAT, true).join(' ')).toContain(
      ',format=yuv420p10le,zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,setsar=1',
    );
    expect(decoderArguments(part, hdr, FORMAT, false).join(' ')).toContain('in_color_matrix=bt2020:out_color_matrix=bt709,setsar=1');
  });
});

describe('stillArguments', () => {
  it('decodes an image once', () => {
    expect(stillArguments('/media/100%.png', { ...OPENING, colourMatrix: 'rgb' }, FORMAT).join(' ')).toBe(
      '-hide_banner -nostdin -v error -threads 2 -filter_threads 1 -f image2 -pattern_type none -i /media/100%.png -map 0:v:0 ' +
        `-vf ${SCALE.replace('out_range=tv', 'out_range=tv:out_color_matrix=bt709')} -frames:v 1 -pix_fmt yuv420p -f rawvideo pipe:1`,
    );
  });
});

describe('resumePoint', () => {
  it('lies on a whole millisecond at least half a second before the in point', () => {
    expect(resumePoint(frames(300), RATE, 'a.mp4')).toEqual({ seekFrame: 287, leadFrames: 13 });
    expect(resumePoint(frames(300), parseFrameRate('30000/1001'), 'a.mp4')).toEqual({ seekFrame: 270, leadFrames: 30 });
    expect(resumePoint(frames(100), parseFrameRate('60/1'), 'a.mkv')).toEqual({ seekFrame: 69, leadFrames: 31 });
  });

  it('is the start of the file near its start', () => {
    expect(resumePoint(frames(9), RATE, 'a.mp4')).toEqual({ seekFrame: 0, leadFrames: 9 });
  });

  it('lies far ahead in streams without an index', () => {
    expect(resumePoint(frames(1000), RATE, 'A.TS')).toEqual({ seekFrame: 700, leadFrames: 300 });
  });
});
