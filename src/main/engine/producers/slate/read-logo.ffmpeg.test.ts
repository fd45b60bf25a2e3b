import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parseFrameRate } from '../../../../shared/time/index.ts';
import { LivingChildren, silentLog } from '../../testing/engine-parts.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { readLogo } from './read-logo.ts';

const FORMAT = { width: 320, height: 180, rate: parseFrameRate('25/1') };
const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';

it('reads a logo into its box, transparent around it, and says so when there is none', async () => {
  const children = new LivingChildren();
  const tools = { ffmpegPath: FFMPEG, children, log: silentLog };
  const path = join(await temporaryFolder(), 'logo.png');
  await promisify(execFile)(FFMPEG, ['-v', 'error', '-f', 'lavfi', '-i', 'color=c=red:s=40x40', '-frames:v', '1', path]);
  const logo = await readLogo(path, FORMAT, tools);
  const { width = 0, height = 0, rgba = Buffer.alloc(0) } = logo ?? {};
  const middle = ((height / 2) * width + width / 2) * 4;
  expect([width, height, rgba[3], rgba[middle + 3]]).toEqual([106, 36, 0, 255]);
  expect(rgba[middle]).toBeGreaterThan(250);
  expect(await readLogo(join(path, 'missing.png'), FORMAT, tools)).toBeNull();
  expect(children.pids.size).toBe(0);
});
