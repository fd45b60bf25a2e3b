import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shieldStaticPrograms } from './shield-static-programs.ts';
import { runFfmpeg } from './tiny-media.ts';

const carried: string = createRequire(import.meta.url)('@ffprobe-installer/ffprobe').path;

describe('the ffprobe that comes with the app', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'perpetua-shield-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads an MPEG-TS, whose service name is in a character set of its own', () => {
    const file = join(folder, 'service.ts');
    runFfmpeg(['-f', 'lavfi', '-i', 'color=s=64x64:d=0.2', '-c:v', 'libx264', file]);
    const environment = { ...process.env };
    delete environment.GCONV_PATH;
    shieldStaticPrograms(environment);
    const said = execFileSync(carried, ['-v', 'error', '-show_entries', 'program_tags=service_name', file], { env: environment });
    expect(said.toString()).toContain('TAG:service_name=Service01');
  });
});
