import { describe, expect, it } from 'vitest';
import { inputSchema, inputsSchema } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { liveDecoderArguments, type PulledInput, receiverArguments, thumbnailerArguments } from './input-arguments.ts';
import { inputFailureWords } from './input-failure.ts';
import { InputHealth } from './input-health.ts';
import { JpegSplitter } from './jpeg-splitter.ts';
import { PictureTimes } from './picture-times.ts';
import { FactsReader } from './stream-facts.ts';
import { TransportCutter } from './transport-cutter.ts';

const input = (fields: object): PulledInput => inputSchema.parse({ id: 'a', name: 'A', ...fields }) as PulledInput;
const argumentsOf = (fields: object, platform: NodeJS.Platform = 'linux') => receiverArguments(input(fields), platform).join(' ');

const SAID = `Input #0, mpegts, from '/tmp/lv.ts':
  Duration: 00:00:02.02, start: 1.400000, bitrate: 357 kb/s
  Program 1 
    Metadata:
      service_name    : Service01
      service_provider: FFmpeg
  Stream #0:0[0x100]: Video: h264 (Constrained Baseline) ([27][0][0][0] / 0x001B), yuv420p(progressive), 320x180 [SAR 1:1 DAR 16:9], 25 fps, 25 tbr, 90k tbn
  Stream #0:1[0x101]: Audio: aac (LC) ([15][0][0][0] / 0x000F), 48000 Hz, stereo, fltp, 130 kb/s
Stream mapping:
  Stream #0:0 -> #0:0 (copy)
`;

const DEVICES_SAID = `Input #0, lavfi, from 'testsrc2=size=160x90:rate=25':
  Duration: N/A, start: 0.000000, bitrate: N/A
  Stream #0:0: Video: rawvideo (I420 / 0x30323449), yuv420p, 160x90 [SAR 1:1 DAR 16:9], 25 tbr, 25 tbn
Input #1, lavfi, from 'sine':
  Duration: N/A, start: 0.000000, bitrate: 705 kb/s
  Stream #1:0: Audio: pcm_s16le, 44100 Hz, mono, s16, 705 kb/s
Adjusted ts offset for Input #1 by -95125 us to sync with Input #0.
Stream mapping:
`;

describe('what FFmpeg is told', () => {
  it('receives SRT as it is, and makes a small picture of its key frames', () => {
    expect(argumentsOf({ type: 'srt', url: 'srt://0.0.0.0:9000', passphrase: 'ten letters', streamId: 'x' })).toBe(
      '-hide_banner -nostdin -nostats -v info -skip_frame nokey -f mpegts -probesize 1000000 -analyzeduration 1500000 -fpsprobesize 0 ' +
        '-mode listener -latency 200000 -passphrase ten letters -srt_streamid x -i srt://0.0.0.0:9000 ' +
        '-map 0:v:0 -map 0:a:0? -c:v copy -c:a mp2 -b:a 256k -ar 48000 -ac 2 -f mpegts -flush_packets 1 -muxdelay 0 -muxpreload 0 pipe:1 ' +
        "-map 0:v:0 -an -fps_mode passthrough -vf select='isnan(prev_selected_t)+gte(t-prev_selected_t,0.9)',scale=320:-2,format=yuvj420p " +
        '-c:v mjpeg -q:v 6 -flush_packets 1 -f image2pipe pipe:3',
    );
  });

  it("reads what comes by HTTP in files at its own pace, a stream at its sender's, a camera over TCP, and devices by the names of their system", () => {
    expect(argumentsOf({ type: 'url', url: 'https://host/live.m3u8' })).toContain(' -re -i https://host/live.m3u8 ');
    expect(argumentsOf({ type: 'url', url: 'http://host:9981/stream/channel/1?a=b.mp4' })).not.toContain(' -re ');
    expect(argumentsOf({ type: 'url', url: 'udp://239.0.0.1:5000' })).toContain(
      ' -fpsprobesize 0 -fifo_size 50000 -overrun_nonfatal 1 -i udp://239.0.0.1:5000 ',
    );
    expect(argumentsOf({ type: 'url', url: 'rtsp://camera/1' })).toContain(' -rtsp_transport tcp -i rtsp://camera/1 ');
    const card = { type: 'device', picture: '/dev/video0', sound: 'hw:1', size: { width: 1280, height: 720 }, picturesPerSecond: 25 };
    expect(argumentsOf(card)).toContain(
      '-f v4l2 -video_size 1280x720 -framerate 25 -thread_queue_size 64 -timestamps abs -i /dev/video0 -f alsa -thread_queue_size 512 -isync 0 -i hw:1 -map 0:v:0 -map 1:a:0',
    );
    expect(argumentsOf({ ...card, sound: '' })).toContain('-framerate 25 -thread_queue_size 64 -i /dev/video0 -map 0:v:0 -map 0:a:0?');
    expect(argumentsOf({ ...card, sound: 'default', soundSystem: 'pulse' })).toContain(
      '-f pulse -thread_queue_size 512 -isync 0 -i default',
    );
    expect(argumentsOf({ ...card, picture: '0', sound: '1' }, 'darwin')).toContain('-i 0:1 -map 0:v:0 -map 0:a:0?');
    expect(argumentsOf({ ...card, picture: '0', sound: '' }, 'darwin')).toContain(
      '-f avfoundation -video_size 1280x720 -framerate 25 -i 0:none',
    );
    expect(argumentsOf({ ...card, picture: 'Cam', sound: 'Mic' }, 'win32')).toContain('-i video=Cam:audio=Mic -map 0:v:0 -map 0:a:0?');
  });

  it('decodes in full what is to be aired, with picture and sound on one timeline', () => {
    const facts = { picture: { width: 720, height: 576, picturesPerSecond: 25 }, hasSound: true };
    const text = liveDecoderArguments('flv', facts, { width: 320, height: 180, rate: { num: 25, den: 1 } }).join(' ');
    expect(text).toContain(
      "-f flv -i pipe:0 -map 0:v:0 -fps_mode passthrough -vf bwdif=mode=send_frame:deint=interlaced,scale=w='max(2,2*round(min(320,180*dar)/2))'",
    );
    expect(text).toContain(
      "metadata=mode=add:key=n:value=1,metadata=mode=print:direct=1:file='pipe\\:4' -pix_fmt yuv420p -f rawvideo pipe:1",
    );
    expect(text).toContain('in_color_matrix=bt601:out_color_matrix=bt709');
    expect(text).toContain('-map 0:a:0 -af aresample=48000:async=1000:first_pts=0,');
    expect(thumbnailerArguments('flv')).toContain('nokey');
  });

  it.each([
    [25, null],
    [47.95, null],
    [50, 'framestep=2'],
    [59.94, 'framestep=2'],
    [120, 'framestep=4'],
    [null, null],
  ])('leaves out pictures of a source of %s a second only where a channel of 25 would never show them', (picturesPerSecond, step) => {
    const facts = { picture: { width: 1280, height: 720, picturesPerSecond }, hasSound: false };
    const text = liveDecoderArguments('mpegts', facts, { width: 320, height: 180, rate: { num: 25, den: 1 } }).join(' ');
    expect(/framestep=\d/.exec(text)?.[0] ?? null).toBe(step);
  });

  it('is told when each picture is due, however the lines are torn', () => {
    const times = new PictureTimes();
    const said =
      'frame:0    pts:0       pts_time:0\nn=1\nframe:1    pts:3600    pts_time:0.04\nn=1\nframe:2    pts:3000    pts_time:0.033333\nn=1\n';
    for (const piece of said.match(/[\s\S]{1,7}/g) ?? []) times.hear(Buffer.from(piece));
    expect([0, 1, 2, 3].map((picture) => times.at(picture))).toEqual([0, 1920, 1920, null]);
    times.forgetBefore(1);
    expect([times.first, times.count, times.at(0), times.at(1)]).toEqual([1, 3, null, 1920]);
  });
});

describe('what is read of a source', () => {
  it('is its size, its rate and whether it has sound, however the words come in', () => {
    const reader = new FactsReader();
    const pieces = SAID.match(/[\s\S]{1,50}/g) ?? [];
    expect(pieces.map((piece) => reader.hear(Buffer.from(piece))).filter(Boolean)).toHaveLength(1);
    expect(reader.facts).toEqual({ picture: { width: 320, height: 180, picturesPerSecond: 25 }, hasSound: true });
  });

  it('is its sound too where that comes from a device of its own', () => {
    const reader = new FactsReader();
    reader.hear(Buffer.from(DEVICES_SAID));
    expect(reader.facts).toEqual({ picture: { width: 160, height: 90, picturesPerSecond: 25 }, hasSound: true });
  });

  it('is why it failed, in words without an address', () => {
    const said = ['[tcp @ 0x5] Connection to tcp://10.0.0.1:9 failed: Connection refused', 'rtmp://10.0.0.1/live/key: Connection refused'];
    expect(inputFailureWords(said, false)).toBe('Nobody answers at this address.');
    expect(inputFailureWords(["Stream map '0:v:0' matches no streams."], false)).toBe('The source has no picture.');
    expect(inputFailureWords([], true)).toBe('The source has ended.');
  });

  it('is how well it comes: a silence of more than a second begins anew', () => {
    const health = new InputHealth();
    for (let at = 0; at <= 6000; at += 100) health.heard(1250, milliseconds(at));
    expect(health.at(milliseconds(6000))).toEqual({ isHeard: true, bitrateKbps: 102, secondsStable: 6 });
    expect(health.at(milliseconds(7500))).toMatchObject({ isHeard: false, secondsStable: 0 });
    health.heard(1250, milliseconds(7600));
    expect(health.at(milliseconds(8600)).secondsStable).toBe(1);
  });

  it('is its latest picture, cut out of a stream of them', () => {
    const splitter = new JpegSplitter();
    const jpeg = (content: number) => Buffer.from([0xff, 0xd8, content, 0xff, 0x00, 0xff, 0xd9]);
    const stream = Buffer.concat([jpeg(1), jpeg(2), jpeg(3)]);
    expect(splitter.push(stream.subarray(0, 5))).toBeNull();
    expect(splitter.push(stream.subarray(5, 16))).toEqual(jpeg(2));
    expect(splitter.push(stream.subarray(16))).toEqual(jpeg(3));
  });
});

describe('TransportCutter', () => {
  function packet(pid: number, { begins = false, isKey = false } = {}): Buffer {
    const bytes = Buffer.alloc(188, pid & 255);
    bytes[0] = 0x47;
    bytes.writeUInt16BE(pid | (begins ? 0x4000 : 0), 1);
    bytes[3] = 0x30;
    bytes[4] = 7;
    bytes[5] = isKey ? 0x40 : 0;
    return bytes;
  }

  it('begins a piece at each key frame of the picture, wherever the stream is torn, and keeps the tables for newcomers', () => {
    const key = { begins: true, isKey: true };
    const packets = [packet(0), packet(0x1000), packet(0x100, key), packet(0x100), packet(0x101, key), packet(0x100, key), packet(0x100)];
    const stream = Buffer.concat(packets);
    const cutter = new TransportCutter();
    const pieces = [stream.subarray(0, 500), stream.subarray(500, 1000), stream.subarray(1000)].flatMap((piece) => [...cutter.push(piece)]);
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes))).toEqual(stream);
    expect(pieces.filter(({ isKeyFrame }) => isKeyFrame).map(({ bytes }) => bytes.subarray(0, 188))).toEqual([packets[2], packets[5]]);
    expect(cutter.tables).toEqual(packets.slice(0, 2));
  });
});

describe('the inputs of a station', () => {
  const publish = { id: 'a', name: 'A', type: 'rtmp-publish', key: 'studio-key' };

  it('have a default for everything but what they are', () => {
    expect(inputsSchema.parse([publish])).toEqual([{ ...publish, enabled: true, takesAirByItself: false, stableAfterSeconds: 5 }]);
  });

  it.each([
    ['an id that stands twice', [publish, { ...publish, key: 'other-key' }]],
    ['a key that stands twice', [publish, { ...publish, id: 'b' }]],
    ["the channel's own key", [{ ...publish, key: 'channel' }]],
    ['an address of another kind', [{ id: 'a', name: 'A', type: 'url', url: 'file:///etc/passwd' }]],
  ])('refuse %s', (_, inputs) => {
    expect(inputsSchema.safeParse(inputs).success).toBe(false);
  });
});
