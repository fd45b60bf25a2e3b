import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../../shared/engine-protocol/index.ts';
import { parseFrameRate } from '../../../../shared/time/index.ts';
import { listedEncoders } from './listed-encoders.ts';
import { probeArguments } from './probe-arguments.ts';
import { readProbeFailure } from './probe-failure.ts';

const FORMAT = { width: 640, height: 360, rate: parseFrameRate('25/1') };
const argumentsOf = (encoder: string) => probeArguments(engineConfigSchema.parse({ video: { encoder } }).video, FORMAT).join(' ');

describe('the trial of an encoder', () => {
  it('gives it raw pictures of the channel', () => {
    expect(argumentsOf('nvenc')).toBe(
      '-hide_banner -nostdin -v warning ' +
        '-probesize 32 -analyzeduration 0 -f rawvideo -pix_fmt yuv420p -video_size 640x360 -framerate 25/1 -i pipe:0 ' +
        '-c:v h264_nvenc -preset p3 -rc vbr -bf 2 -delay 4 -no-scenecut 1 -b:v 3000k -maxrate 3750k -bufsize 6000k -pix_fmt yuv420p -f mpegts pipe:',
    );
  });

  it('opens the device of VA-API ahead of the input', () => {
    expect(argumentsOf('vaapi')).toContain('-v warning -vaapi_device /dev/dri/renderD128 -probesize');
  });
});

it('reads which encoders an FFmpeg has', () => {
  const printed = `Encoders:
 V..... = Video
 ------
 V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 (codec h264)
 V..... h264_qsv             H.264 / AVC (Intel Quick Sync Video acceleration) (codec h264)
 VFS..D ffv1                 FFmpeg video codec #1
 A....D aac                  AAC (Advanced Audio Coding)
`;
  expect([...listedEncoders(printed)]).toEqual(['libx264', 'h264_qsv', 'ffv1', 'aac']);
});

describe('why an encoder is not available', () => {
  it.each([
    ['[h264_nvenc @ 0x55b1e1e761c0] Cannot load libcuda.so.1', 'There is no NVIDIA driver.'],
    ['[h264_qsv @ 0x55b8454c81c0] Error initializing an internal MFX session: unsupported (-3)', 'This computer has no graphics device'],
    ['[AVHWDeviceContext @ 0x5632b540ba80] No VA display found for device /dev/dri/renderD128.', 'This computer has no graphics device'],
    ["Unknown encoder 'h264_amf'", 'This FFmpeg does not have it.'],
    ['[h264_v4l2m2m @ 0x555be95271c0] Could not find a valid device', 'It is there but could not encode.'],
  ])('is read from %s', (line, reason) => {
    const after = 'Error initializing output stream 0:0 -- Error while opening encoder for output stream #0:0 - maybe incorrect parameters';
    expect(readProbeFailure([line, after])).toContain(reason);
  });
});
