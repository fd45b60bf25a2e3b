import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStationConfiguration } from './file-station-configuration.ts';
import { readStationSettings } from './read-station-settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perpetua-configuration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async () => new FileStationConfiguration(folder, await readStationSettings(folder));
const path = () => join(folder, 'station.json');
const file = () => JSON.parse(readFileSync(path(), 'utf8'));

describe('the configuration in station.json', () => {
  it('keeps changes, one after the other, and reads them back', async () => {
    const configuration = await open();
    const { video } = configuration.current();
    await Promise.all([
      configuration.change({ channelName: 'Nine', width: 640, height: 360 }),
      configuration.change({ video: { ...video, bitrateKbps: 900 } }),
    ]);
    expect(configuration.current()).toMatchObject({ channelName: 'Nine', width: 640, video: { bitrateKbps: 900 } });
    expect((await open()).current()).toEqual(configuration.current());
    expect(readdirSync(folder)).toEqual(['station.json']);
  });

  it('leaves alone what an editor has written there meanwhile', async () => {
    const configuration = await open();
    writeFileSync(path(), JSON.stringify({ ...file(), trustDesktop: false, cueAheadSeconds: 7, hls: { windowSegments: 12 } }));
    await configuration.change({ rtmpPlayKey: 'another' });
    expect(file()).toMatchObject({ trustDesktop: false, cueAheadSeconds: 7, hls: { windowSegments: 12 }, rtmpPlayKey: 'another' });
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone (there are no such modes on Windows)', async () => {
    await (await open()).change({ rtmpPlayKey: 'another' });
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('is what it was when it can not be written, and can be changed again', async () => {
    const configuration = await open();
    mkdirSync(`${path()}.${process.pid}.tmp`);
    await expect(configuration.change({ rtmpPlayKey: 'another' })).rejects.toThrow();
    expect(configuration.current().rtmpPlayKey).toBe('channel');
    rmSync(`${path()}.${process.pid}.tmp`, { recursive: true, force: true });
    await configuration.change({ rtmpPlayKey: 'another' });
    expect(configuration.current().rtmpPlayKey).toBe('another');
  });
});
