import { describe, expect, it } from 'vitest';
import { ffprobeArguments } from './ffprobe-arguments.ts';
import { parseFfprobe } from './parse-ffprobe.ts';

// What FFprobe 5.1 printed for `ffprobeArguments`, with its white space taken out.
const TURNED_MP4 =
  '{"programs":[],"streams":[{"index":0,"codec_name":"h264","codec_type":"video","width":320,"height":180,"sample_aspect_ratio":"1:1","field_order":"progressive","r_frame_rate":"25/1","avg_frame_rate":"25/1","duration":"2.000000","disposition":{"attached_pic":0},"tags":{},"side_data_list":[{"rotation":90}]},{"index":1,"codec_name":"aac","codec_type":"audio","sample_rate":"48000","channels":1,"r_frame_rate":"0/0","avg_frame_rate":"0/0","duration":"2.000000","disposition":{"attached_pic":0},"tags":{}}],"format":{"format_name":"mov,mp4,m4a,3gp,3g2,mj2","duration":"2.000000"}}';
const INTERLACED_MPEG =
  '{"programs":[],"streams":[{"index":0,"codec_name":"mpeg2video","codec_type":"video","width":720,"height":576,"sample_aspect_ratio":"16:15","field_order":"tt","r_frame_rate":"12/1","avg_frame_rate":"12/1","duration":"1.000000","disposition":{"attached_pic":0},"side_data_list":[{}]}],"format":{"format_name":"mpeg","duration":"1.000000"}}';
const STILL_PNG =
  '{"programs":[],"streams":[{"index":0,"codec_name":"png","codec_type":"video","width":320,"height":180,"r_frame_rate":"25/1","avg_frame_rate":"0/0","disposition":{"attached_pic":0}}],"format":{"format_name":"png_pipe"}}';
const GAVE_UP = '{\n\n}\n';

describe('ffprobeArguments', () => {
  it('keeps odd names from being read as options or addresses', () => {
    const args = ffprobeArguments('/media/-i http://x.mp4');
    expect(args.slice(0, 6)).toEqual(['-v', 'error', '-protocol_whitelist', 'file', '-of', 'json']);
    expect(args.at(-1)).toBe('file:/media/-i http://x.mp4');
  });
});

describe('parseFfprobe', () => {
  it('reads picture, sound, length and the turn of an MP4', () => {
    expect(parseFfprobe(TURNED_MP4)).toEqual({
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      claimedDuration: 2000,
      claimedPictureDuration: 2000,
      picture: {
        codec: 'h264',
        width: 320,
        height: 180,
        pixelAspect: { num: 1, den: 1 },
        nominalRate: { num: 25, den: 1 },
        averageRate: { num: 25, den: 1 },
        isInterlaced: false,
        rotationDegrees: 270,
      },
      sound: { codec: 'aac', channels: 1, sampleRateHz: 48000 },
      chapters: [],
    });
  });

  it('reads interlacing and the shape of the pixels, and no sound as none', () => {
    expect(parseFfprobe(INTERLACED_MPEG)).toMatchObject({
      picture: { isInterlaced: true, pixelAspect: { num: 16, den: 15 } },
      sound: null,
    });
  });

  it('reads what is not said as not known', () => {
    expect(parseFfprobe(STILL_PNG)).toMatchObject({ claimedDuration: null, claimedPictureDuration: null, picture: { averageRate: null } });
  });

  it("reads Matroska's own length of the picture", () => {
    const streams = [{ codec_type: 'video', codec_name: 'h264', tags: { DURATION: '00:01:04.021000000' } }];
    const matroska = JSON.stringify({ streams, format: { format_name: 'matroska,webm' } });
    expect(parseFfprobe(matroska)?.claimedPictureDuration).toBe(64_021);
  });

  it('reads chapters with their names', () => {
    // As FFprobe 5.1 printed them.
    const chapters = [{ start_time: '0.000000', tags: { title: 'One' } }, { start_time: '5.000000' }];
    expect(parseFfprobe(JSON.stringify({ streams: [], chapters, format: { format_name: 'matroska,webm' } }))?.chapters).toEqual([
      { from: 0, title: 'One' },
      { from: 5000, title: null },
    ]);
  });

  it('takes cover art for no picture', () => {
    const cover = [{ codec_type: 'video', codec_name: 'png', width: 320, height: 180, disposition: { attached_pic: 1 } }];
    expect(parseFfprobe(JSON.stringify({ streams: cover, format: { format_name: 'mp3' } }))?.picture).toBeNull();
  });

  it('answers null when FFprobe gave up', () => {
    expect(parseFfprobe(GAVE_UP)).toBeNull();
    expect(parseFfprobe('')).toBeNull();
  });
});
