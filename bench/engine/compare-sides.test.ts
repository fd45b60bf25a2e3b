import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../src/shared/engine-protocol/index.ts';
import { frames } from '../../src/shared/time/index.ts';
import { mergeFigures } from '../merge-figures.ts';
import { compareSides, type SideMeasurement } from './compare-sides.ts';
import { roleOf, rundownOf } from './engine-side.ts';
import { plainArguments } from './plain-arguments.ts';
import { framesCoded } from './plain-side.ts';

const RATE = { num: 25, den: 1 };
const FORMAT = { width: 1280, height: 720, rate: RATE };

function side(used: Record<string, number>, coded = 250): SideMeasurement {
  return { elapsedMs: 10_000, used: new Map(Object.entries(used)), frames: coded, disturbances: { 'frames held': 0 } };
}

describe('the comparison', () => {
  it('is the CPU of all roles over that of plain ffmpeg', () => {
    const { figures, lines } = compareSides([side({ encoder: 3000, pump: 500, decoders: 100 }), side({ plain: 3000 })], RATE);
    expect(figures).toEqual({ cpuRatio: 1.2, engineCores: 0.36, plainCores: 0.3 });
    expect(lines.join('\n')).toMatch(/decoders +0\.010 cores +3\.3 %/);
  });

  it('is refused when a side fell behind, or caught up', () => {
    expect(() => compareSides([side({ a: 1 }, 200), side({ b: 1 })], RATE)).toThrow(/engine coded 200 frames where 250/);
    expect(() => compareSides([side({ a: 1 }), side({ b: 1 }, 240)], RATE)).toThrow(/plain ffmpeg coded 240 frames/);
    expect(() => compareSides([side({ a: 1 }), side({ b: 1 }, 300)], RATE)).toThrow(/plain ffmpeg coded 300 frames/);
  });

  it("is refused when the engine's encoder was started again", () => {
    const restarted = { ...side({ a: 1 }), disturbances: { 'encoder restarts': 2 } };
    expect(() => compareSides([restarted, side({ b: 1 })], RATE)).toThrow(/encoder again \(2 times\)/);
  });

  it('says when the air was disturbed', () => {
    const disturbed = { ...side({ a: 1 }), disturbances: { 'frames held': 3 } };
    expect(compareSides([disturbed, side({ b: 1 })], RATE).lines.join('\n')).toContain('! 3 frames held meanwhile');
  });
});

describe('the plain ffmpeg', () => {
  it('scales and codes as the engine does', () => {
    const args = plainArguments(engineConfigSchema.parse({}), FORMAT, 'clips.txt', 'out/index.m3u8').join(' ');
    expect(args).toContain('-re -stream_loop -1 -f concat -safe 0 -i clips.txt -map 0:v:0 -map 0:a:0 -vf fps=25/1,scale=');
    expect(args).toMatch(/pad=1280:720:\(ow-iw\)\/2:\(oh-ih\)\/2 -af aresample=48000/);
    expect(args).toMatch(/-c:v libx264 -preset veryfast .*-b:v 3000k .*-c:a aac -b:a 160k -f hls -hls_time 2 -hls_list_size 30/);
  });

  it('tells how far it is', () => {
    expect(framesCoded('frame=12\nfps=25.0\nprogress=continue\nframe=25\nfps=25\n')).toBe(25);
    expect(framesCoded('fps=25.0\n')).toBeNull();
  });
});

describe('the engine', () => {
  it('plays the clips in turn without a gap, and longer than is asked', () => {
    const { items } = rundownOf(['a', 'b'], frames(1000), 65, FORMAT);
    expect(
      items.map(({ startFrame, durationFrames, source }) => [startFrame, durationFrames, source.type === 'file' && source.path]),
    ).toEqual([
      [1000, 750, 'a'],
      [1750, 750, 'b'],
      [2500, 750, 'a'],
      [3250, 750, 'b'],
    ]);
  });

  it('is counted by what its processes do', () => {
    const role = (command: string, isRoot = false): string =>
      roleOf({ pid: 1, parentPid: 0, command, ownMs: 0, endedChildrenMs: 0 }, isRoot);
    expect(role('node engine.ts', true)).toBe('pump (engine)');
    expect(role('ffmpeg -i pipe:0 -f mpegts pipe:1')).toBe('encoder');
    expect(role('ffmpeg -i a.mp4 -pix_fmt yuv420p -f rawvideo pipe:1 -f s16le pipe:3')).toBe('decoders');
    expect(role('something')).toBe('other');
  });
});

describe('the figures file', () => {
  it('takes new figures and keeps those of other sections', () => {
    const text = mergeFigures('{"scale":{"searchMs":12},"engine":{"cpuRatio":2}}', { engine: { cpuRatio: 1.1 } });
    expect(JSON.parse(text)).toEqual({ scale: { searchMs: 12 }, engine: { cpuRatio: 1.1 } });
    expect(JSON.parse(mergeFigures(null, { engine: {} }))).toEqual({ engine: {} });
  });

  it('is not overwritten when it is something else', () => {
    expect(() => mergeFigures('[1]', {})).toThrow(TypeError);
    expect(() => mergeFigures('not json', {})).toThrow(SyntaxError);
  });
});
