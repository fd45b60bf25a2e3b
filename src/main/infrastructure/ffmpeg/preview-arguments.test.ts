import { expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { beginningArguments, parsePictureDelay, previewArguments } from './preview-arguments.ts';

const none = milliseconds(0);
const order = { from: frames(0), count: frames(50), rate: { num: 25, den: 1 }, picture: { isInterlaced: false }, hasSound: true };

it('asks for a part as light pictures and stereo that any window plays', () => {
  expect(previewArguments('/m/a b.mp4', order, none).join(' ')).toBe(
    '-v error -nostdin -threads 1 -protocol_whitelist file,pipe -ss 0.000000 -i file:/m/a b.mp4 -map 0:V:0 -frames:v 50 -vf ' +
      'fps=25/1:start_time=0:round=near,scale=iw*sar:ih,scale=640:360:force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1 ' +
      '-c:v libx264 -preset ultrafast -threads 1 -crf 25 -maxrate 1500k -bufsize 3000k -g 25 -bf 0 -pix_fmt yuv420p ' +
      '-map 0:a:0 -af aresample=48000:async=1:first_pts=0,apad -ac 2 -c:a aac -b:a 96k ' +
      '-t 2.000000 -movflags +empty_moov+default_base_moof+frag_keyframe+delay_moov -f mp4 pipe:1',
  );
});

it('seeks just before the frame asked for, by the exact rate', () => {
  const args = previewArguments('/m/a.mp4', { ...order, from: frames(1000), rate: { num: 30000, den: 1001 } }, none);
  expect(args[args.indexOf('-ss') + 1]).toBe('33.364667');
  expect(args[args.indexOf('-t') + 1]).toBe('1.668333');
});

it('takes half pictures apart, and asks for no sound where there is none', () => {
  const text = previewArguments('/m/a.ts', { ...order, picture: { isInterlaced: true }, hasSound: false }, none).join(' ');
  expect(text).toContain('-vf yadif=deint=interlaced,fps=25/1');
  expect(text).not.toContain('0:a:0');
});

it('shows a still for as long as it is asked for, and black beside sound alone', () => {
  const still = previewArguments('/m/50%d.png', { ...order, hasSound: false }, none).join(' ');
  expect(still).toContain('-f image2 -pattern_type none -loop 1 -framerate 25/1 -i file:/m/50%d.png -map 0:V:0 -frames:v 50');
  const song = previewArguments('/m/a.mp3', { ...order, from: frames(25), picture: null }, none).join(' ');
  expect(song).toContain('-ss 0.998000 -i file:/m/a.mp3 -f lavfi -i color=c=black:s=640x360:r=25/1 -map 1:v:0 -frames:v 50');
  expect(song).toContain('-map 0:a:0');
});

it('counts from the first picture, however much earlier the sound begins', () => {
  expect(beginningArguments('/m/a.ts').join(' ')).toBe(
    '-v error -protocol_whitelist file,pipe -select_streams V:0 -show_entries stream=start_time:format=start_time -of csv=p=1 file:/m/a.ts',
  );
  expect(parsePictureDelay('stream,1.480000\nformat,1.400000\n')).toBeCloseTo(80);
  expect(parsePictureDelay('stream,N/A\nformat,0.000000\n')).toBe(0);
  const args = previewArguments('/m/a.ts', { ...order, from: frames(25) }, milliseconds(80));
  expect(args[args.indexOf('-ss') + 1]).toBe('1.078000');
});
