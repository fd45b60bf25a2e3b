import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { stillArguments } from './still-arguments.ts';

it('asks FFmpeg for one JPEG after a place in a file, whatever its name', () => {
  expect(stillArguments('/m/-i x.mp4', milliseconds(1500)).join(' ')).toBe(
    '-v error -nostdin -threads 1 -protocol_whitelist file,pipe -ss 1.500 -i file:/m/-i x.mp4 -map 0:V:0 -frames:v 1 ' +
      '-vf thumbnail=25,scale=iw*sar:ih,scale=320:320:force_original_aspect_ratio=decrease:force_divisible_by=2 ' +
      '-pix_fmt yuvj420p -c:v mjpeg -q:v 4 -f mjpeg pipe:1',
  );
});
