import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { encoderArguments } from './encoder-arguments.ts';

/** The part of the encoder's command line that differs between encoders: from the choice of codec to that of the sound's. */
function videoPart(video: object): string {
  const config = engineConfigSchema.parse({ width: 640, height: 360, video });
  const args = encoderArguments(config, { width: 640, height: 360, rate: parseFrameRate('25/1') }, frames(0));
  return args.slice(args.indexOf('-c:v'), args.indexOf('-color_range')).join(' ');
}

const RATE = '-b:v 3000k -maxrate 3750k -bufsize 6000k';
const KEYS = '-g 50 -keyint_min 50 -sc_threshold 0';
const FORCED = '-force_key_frames expr:not(mod(n+0,50))';

describe('the arguments of each encoder', () => {
  it.each([
    [
      { tune: 'film', profile: 'main' },
      `-c:v libx264 -preset veryfast -tune film -bf 2 -rc-lookahead 5 -x264-params sync-lookahead=0 -profile:v main ${RATE} ${KEYS} -forced-idr 1 ${FORCED} -pix_fmt yuv420p`,
    ],
    [
      { encoder: 'nvenc', tune: 'hq' },
      `-c:v h264_nvenc -preset p3 -tune hq -rc vbr -bf 2 -delay 4 -no-scenecut 1 ${RATE} ${KEYS} -forced-idr 1 ${FORCED} -pix_fmt yuv420p`,
    ],
    [
      { encoder: 'qsv', preset: 'medium' },
      `-c:v h264_qsv -preset medium -bf 2 -look_ahead 0 -async_depth 2 ${RATE} ${KEYS} -forced_idr 1 ${FORCED} -pix_fmt nv12`,
    ],
    [{ encoder: 'vaapi' }, `-c:v h264_vaapi -rc_mode VBR -bf 0 -async_depth 2 ${RATE} ${KEYS} ${FORCED} -vf format=nv12,hwupload`],
    [{ encoder: 'videotoolbox' }, `-c:v h264_videotoolbox -realtime 1 -allow_sw 0 -bf 2 ${RATE} ${KEYS} ${FORCED} -pix_fmt yuv420p`],
    [
      { encoder: 'amf', preset: 'fast' },
      `-c:v h264_amf -usage transcoding -quality balanced -rc vbr_peak -bf 0 ${RATE} ${KEYS} -forced_idr 1 ${FORCED} -pix_fmt yuv420p`,
    ],
  ])('%j', (video, expected) => {
    expect(videoPart(video)).toBe(expected);
  });
});
