import { expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { encoderArguments } from './encoder-arguments.ts';

it('builds the command line of the encoder', () => {
  const config = engineConfigSchema.parse({ width: 640, height: 360 });
  const format = { width: 640, height: 360, rate: parseFrameRate('25/1') };
  expect(encoderArguments(config, format, frames(0)).join(' ')).toBe(
    '-hide_banner -nostdin -v warning ' +
      '-probesize 32 -analyzeduration 0 -thread_queue_size 4 -f rawvideo -pix_fmt yuv420p -video_size 640x360 -framerate 25/1 -i pipe:0 ' +
      '-probesize 32 -analyzeduration 0 -thread_queue_size 64 -f s16le -ar 48000 -ac 2 -i pipe:3 ' +
      '-map 0:v:0 -map 1:a:0 -fps_mode passthrough ' +
      '-c:v libx264 -preset veryfast -bf 2 -rc-lookahead 5 -x264-params sync-lookahead=0 -b:v 3000k -maxrate 3750k -bufsize 6000k ' +
      '-g 50 -keyint_min 50 -sc_threshold 0 -forced-idr 1 -force_key_frames expr:not(mod(n+0,50)) ' +
      '-pix_fmt yuv420p -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 ' +
      '-c:a aac -b:a 160k -output_ts_offset 10.000000 -muxdelay 0 -muxpreload 0 -flush_packets 1 -f mpegts pipe:1',
  );
});

it('carries timestamps and key frames on for an encoder that starts later', () => {
  const config = engineConfigSchema.parse({ rate: '30000/1001' });
  const format = { width: 1280, height: 720, rate: parseFrameRate('30000/1001') };
  const args = encoderArguments(config, format, frames(1234)).join(' ');
  expect(args).toContain('-output_ts_offset 51.174467');
  expect(args).toContain('expr:not(mod(n+34,60))');
});
