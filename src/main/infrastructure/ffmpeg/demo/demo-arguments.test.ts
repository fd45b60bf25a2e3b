import { describe, expect, it } from 'vitest';
import { demoArguments } from './demo-arguments.ts';
import type { DemoClip } from './demo-clip.ts';
import { DEMO_SET } from './demo-set.ts';
import { secondsMade } from './seconds-made.ts';

const CLIP: DemoClip = {
  folder: 'idents',
  title: 'A ring',
  seconds: 8,
  stored: { width: 720, height: 576, rate: '25', sar: '64/45' },
  backdrop: { type: 'plain', colour: '0x102030' },
  shapes: [{ form: 'panel', width: 240, height: 4, colour: '0xffffff', x: '100+t', y: '50' }],
  captions: [{ text: 'Always on', size: 32, colour: '0xfaf6ef', x: null, y: 520, fromSecond: 1, toSecond: 7 }],
  music: { chords: [[60]], secondsPerChord: 8, gainDb: -1 },
};

describe('the arguments of a demo clip', () => {
  it('draw the picture, write the captions, play the music and store all as one file', () => {
    const args = demoArguments(CLIP, 'ring.mp4.part', true);
    const [picture, music] = (args[args.indexOf('-filter_complex') + 1] ?? '').split('[picture];');
    expect(picture).toBe(
      'color=c=0x102030:s=1280x720:r=25[backdrop];' +
        "color=c=0xffffff:s=240x4:r=25[shape0];[backdrop][shape0]overlay=x='100+t-w/2':y='50-h/2'[shaped];" +
        "[shaped]drawtext=expansion=none:text='Always on':font=Sans:fontsize=32:fontcolor=0xfaf6ef:x=(1280-text_w)/2:y=520:" +
        "alpha='clip(min(t-1,7-t)/0.6,0,1)':enable='between(t,1,7)'," +
        'fade=t=in:d=0.4,fade=t=out:st=7.6:d=0.4,scale=720:576:flags=bicubic,setsar=64/45,format=yuv420p,trim=end=8',
    );
    expect(music).toMatch(/^aevalsrc='if\(lt\(mod\(t-0\+8,8\),12\),/);
    expect(args.slice(args.indexOf('-map')).join(' ')).toBe(
      '-map [picture] -map [sound] -t 8 -c:v libx264 -preset superfast -crf 23 -maxrate 5M -bufsize 10M -g 50 ' +
        '-c:a aac -b:a 160k -ar 48000 -metadata title=A ring -movflags +faststart -f mp4 ring.mp4.part',
    );
  });

  it('leave captions out where FFmpeg can not write', () => {
    expect(demoArguments(CLIP, 'ring.mp4.part', false).join(' ')).not.toContain('drawtext');
  });
});

describe('the demo set', () => {
  it('has every kind that a channel needs, each under its own name', () => {
    const count = (folder: string): number => DEMO_SET.filter((clip) => clip.folder === folder).length;
    expect(['programmes', 'spots', 'promos', 'bumpers', 'idents', 'filler'].map(count)).toEqual([6, 4, 2, 2, 2, 1]);
    expect(new Set(DEMO_SET.map(({ folder, title }) => `${folder}/${title}`)).size).toBe(DEMO_SET.length);
  });

  it('names clips so that any system can keep them, and writes nothing that FFmpeg would read as its own', () => {
    for (const { title, captions } of DEMO_SET) {
      expect(title).toMatch(/^[\w -]+$/);
      for (const { text } of captions) expect(text).toMatch(/^[\w .,]+$/);
    }
  });

  it('shows captions within their clips', () => {
    for (const { seconds, captions } of DEMO_SET) {
      for (const { fromSecond, toSecond } of captions) expect(fromSecond >= 0 && fromSecond < toSecond && toSecond <= seconds).toBe(true);
    }
  });
});

describe("FFmpeg's progress", () => {
  const printed = 'frame=50\nfps=49.77\nstream_0_0_q=29.0\nbitrate=   0.2kbits/s\ntotal_size=48\nout_time_us=1962667\nout_time_ms=1962667\nout_time=00:00:01.962667\ndup_frames=0\ndrop_frames=0\nspeed=1.95x\nprogress=continue\n'; // biome-ignore format: as printed

  it('tells the seconds that are made', () => {
    expect(secondsMade(printed)).toBe(1.962667);
    expect(secondsMade(printed + printed.replace('1962667', '2500000'))).toBe(2.5);
  });

  it('tells nothing before the first frame', () => {
    expect(secondsMade('out_time_us=N/A\nprogress=continue\n')).toBeNull();
    expect(secondsMade('')).toBeNull();
  });
});
