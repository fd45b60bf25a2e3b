import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { LivingChildren, silentLog } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loudnessArguments } from './loudness-arguments.ts';
import { LoudnessMeter } from './loudness-meter.ts';
import { parseLoudness } from './parse-loudness.ts';

const run = promisify(execFile);
const FFMPEG = process.env.FFMPEG_PATH || 'ffmpeg';
const FRAME_BYTES = 1920 * 4;

describe('the loudness meter', () => {
  it('is asked for in these words, and reads what FFmpeg printed', () => {
    expect(loudnessArguments().join(' ')).toBe(
      '-hide_banner -nostdin -v fatal -probesize 32 -analyzeduration 0 -f s16le -ar 48000 -ac 2 -i pipe:0 ' +
        '-af ebur128=metadata=1:framelog=verbose,ametadata=print:file=pipe\\\\:1:direct=1 -f null -',
    );
    const printed = [
      'frame:599  pts:2875200 pts_time:59.9',
      'lavfi.r128.M=-19.993',
      'lavfi.r128.S=-inf',
      'lavfi.r128.I=-70.000',
      'lavfi.r128.LRA=0.000',
    ];
    expect(printed.map(parseLoudness)).toEqual([null, { momentary: -19.993 }, { shortTerm: -120 }, { integrated: -70 }, null]);
  });

  it('finds the integrated loudness that FFmpeg reports of the same sound', async () => {
    const path = join(await temporaryFolder(), 'sound.pcm');
    // Five seconds of music-like sound with a quieter end.
    const sound = '(0.3*sin(2*PI*220*t)+0.1*sin(2*PI*3000*t))*(1-0.15*t)';
    const filters = ['-f', 'lavfi', '-i', `aevalsrc='${sound}|0.5*${sound}':s=48000:d=5`];
    await run(FFMPEG, ['-v', 'error', ...filters, '-f', 's16le', path]);
    const { stderr } = await run(FFMPEG, [
      ...[
        '-hide_banner',
        '-nostats',
        '-f',
        's16le',
        '-ar',
        '48000',
        '-ac',
        '2',
        '-i',
        path,
        '-af',
        'ebur128=framelog=verbose',
        '-f',
        'null',
        '-',
      ],
    ]);
    const reported = Number(/Integrated loudness:\s+I:\s+(-[\d.]+) LUFS/.exec(stderr)?.[1]);
    const children = new LivingChildren();
    const meter = new LoudnessMeter({ ffmpegPath: FFMPEG, children, log: silentLog, now: () => milliseconds(0), isWatched: () => true });
    const bytes = await readFile(path);
    for (let at = 0; at + FRAME_BYTES <= bytes.length; at += FRAME_BYTES) {
      meter.hear(bytes.subarray(at, at + FRAME_BYTES));
      // A channel gives it frame by frame; two seconds at once are too much for it.
      if (meter.waitingBytes > 20 * FRAME_BYTES) await expect.poll(() => meter.waitingBytes).toBeLessThan(3 * FRAME_BYTES);
    }
    const silence = Buffer.alloc(FRAME_BYTES);
    const distance = () => {
      // The last frames wait for company. Silence is below the gate: the integrated loudness knows nothing of it.
      meter.hear(silence);
      return Math.abs((meter.latest?.integrated ?? 0) - reported);
    };
    await expect.poll(distance).toBeLessThan(0.15);
    await meter.stop();
    expect(children.pids.size).toBe(0);
  });
});
