import { expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { renditionArguments } from './rendition-arguments.ts';
import { StreamDates } from './stream-dates.ts';

it('builds the command line of a rendition', () => {
  expect(renditionArguments({ width: 640, height: 360, bitrateKbps: 800, preset: 'veryfast' }).join(' ')).toBe(
    '-hide_banner -nostdin -v warning -copyts ' +
      '-analyzeduration 1000000 -f mpegts -i pipe:0 -map 0:v:0 -map 0:a:0 -fps_mode passthrough ' +
      '-vf scale=640:360 -c:v libx264 -preset veryfast -bf 2 -rc-lookahead 5 -b:v 800k -maxrate 1000k -bufsize 1600k ' +
      '-g 1000 -sc_threshold 0 -forced-idr 1 -force_key_frames source -pix_fmt yuv420p ' +
      '-c:a copy -muxdelay 0 -muxpreload 0 -flush_packets 1 -f mpegts pipe:1',
  );
});

it('knows the frame of a timestamp from the key frame before it, also after the clock was set', () => {
  const dates = new StreamDates({ num: 25, den: 1 });
  expect(dates.frameAt(0, frames(7))).toBe(7);
  dates.mark(90_000, frames(1000));
  dates.mark(270_000, frames(5000));
  expect([90_000, 93_600, 266_400, 270_000, 277_200].map((pts) => dates.frameAt(pts, frames(0)))).toEqual([1000, 1001, 1049, 5000, 5002]);
});
