import { expect, it } from 'vitest';
import { logoArguments } from './read-logo.ts';

it('decodes a logo once, into a transparent box', () => {
  expect(logoArguments('/media/logo.png', { width: 106, height: 36 }).join(' ')).toBe(
    '-hide_banner -nostdin -v error -f image2 -pattern_type none -i /media/logo.png -map 0:v:0 -frames:v 1 ' +
      '-vf scale=106:36:force_original_aspect_ratio=decrease,format=rgba,pad=106:36:(ow-iw)/2:(oh-ih)/2:black@0 ' +
      '-pix_fmt rgba -f rawvideo pipe:1',
  );
});
