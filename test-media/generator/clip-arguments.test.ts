import { expect, it } from 'vitest';
import { clipArguments, rotationArguments } from './clip-arguments.ts';
import type { ClipSpec } from './clip-spec.ts';

const SPEC: ClipSpec = {
  clipId: 1,
  frames: 50,
  rate: { num: 30000, den: 1001 },
  width: 320,
  height: 240,
  audio: '5.1',
  sampleRate: 44_100,
};

it('asks FFmpeg for a clip with sound', () => {
  expect(clipArguments(SPEC, 'clip.mp4').join(' ')).toBe(
    '-hide_banner -nostdin -loglevel error -y ' +
      '-probesize 32 -analyzeduration 0 -f rawvideo -pix_fmt gray -s 100x100 -r 30000/1001 -i pipe:0 ' +
      '-probesize 32 -analyzeduration 0 -f s16le -ar 44100 -ac 1 -i pipe:3 ' +
      '-vf scale=320:240:flags=neighbor:in_range=tv:out_range=tv,format=yuv420p,setsar=1/1 ' +
      '-af pan=5.1|FL=c0|FR=c0|FC=c0|LFE=0*c0|BL=c0|BR=c0 ' +
      '-c:v libx264 -preset ultrafast -crf 20 -g 50 -c:a aac -b:a 384k -fflags +bitexact -map_metadata -1 clip.mp4',
  );
});

it('asks for no sound, interlaced fields and an anamorphic pixel', () => {
  const spec: ClipSpec = { ...SPEC, audio: 'none', interlaced: true, sar: '64:45', videoCodec: 'mpeg2video' };
  expect(clipArguments(spec, 'clip.ts').join(' ')).toContain(
    '-vf scale=320:240:flags=neighbor:in_range=tv:out_range=tv,format=yuv420p,setsar=64/45,setfield=tff ' +
      '-c:v mpeg2video -q:v 3 -g 50 -flags +ildct+ilme -field_order tt -an',
  );
});

it('tags a turn as each version of FFmpeg wants it', () => {
  expect(rotationArguments('a.mp4', 'b.mp4', 90, 5).join(' ')).toContain(
    '-i a.mp4 -map 0 -c copy -fflags +bitexact -metadata:s:v:0 rotate=270',
  );
  expect(rotationArguments('a.mp4', 'b.mp4', 90, 6).join(' ')).toContain('-display_rotation -90 -i a.mp4');
});
