import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { scrubLayout } from '../../domain/library/index.ts';
import { outlineArguments, spriteArguments } from './scrub-arguments.ts';

it('asks for every still of a short film, side by side on one sheet', () => {
  expect(spriteArguments('/m/a b.mp4', scrubLayout(milliseconds(2_000))).join(' ')).toBe(
    '-v error -nostdin -threads 1 -protocol_whitelist file,pipe -i file:/m/a b.mp4 -map 0:V:0 -frames:v 1 -vf ' +
      'setpts=PTS-STARTPTS,fps=2000/1000:start_time=0:round=near,scale=iw*sar:ih,scale=128:72:force_original_aspect_ratio=decrease,' +
      'pad=128:72:-1:-1,setsar=1,tile=10x1 -pix_fmt yuvj420p -c:v mjpeg -q:v 5 -f mjpeg pipe:1',
  );
});

it('decodes the key pictures alone of a long one', () => {
  expect(spriteArguments('/m/a.mp4', scrubLayout(milliseconds(3_600_000))).join(' ')).toContain('-skip_frame nokey -i file:/m/a.mp4');
});

it('shows a still on every place of its sheet, and decodes it no oftener', () => {
  expect(spriteArguments('/m/card.png', scrubLayout(milliseconds(10_000))).join(' ')).toContain(
    '-f image2 -pattern_type none -loop 1 -framerate 2000/1000 -i file:/m/card.png',
  );
});

it('asks for the sound as bare samples', () => {
  expect(outlineArguments('/m/a.mp4').slice(-9).join(' ')).toBe('-map 0:a:0 -ac 1 -ar 8000 -f s16le pipe:1');
});
