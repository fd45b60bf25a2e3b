import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStationSettings, readStationSettings } from './read-station-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the station settings', () => {
  it('are written with their defaults at the first start and read back the same', async () => {
    const first = await readStationSettings(folder);
    expect(first.network).toEqual({ host: '127.0.0.1', apiPort: 8080, streamPort: 8081, rtmpPort: 1935 });
    expect(JSON.parse(readFileSync(join(folder, 'station.json'), 'utf8'))).toEqual(first);
    expect(await readStationSettings(folder)).toEqual(first);
  });

  it('take what is set and default the rest', () => {
    const settings = parseStationSettings(
      '{"channel":{"name":"Channel 9","zone":"Asia/Tokyo"},"encoding":{"video":{"preset":"ultrafast"}}}',
    );
    expect(settings.channel).toEqual({ name: 'Channel 9', width: 1280, height: 720, rate: '25/1', zone: 'Asia/Tokyo' });
    expect(settings.encoding.video).toEqual({ encoder: 'x264', preset: 'ultrafast', bitrateKbps: 3000, tune: '', profile: '' });
  });

  it.each([
    ['{"network":{"apiPort":70000}}', 'network.apiPort: Too big: expected number to be <=65535'],
    ['{"channel":{"rate":"29.97"}}', 'channel.rate: Invalid option: expected one of "25/1"|"30000/1001"'],
    ['{"channel":{"zone":"Mars/Olympus"}}', 'channel.zone: not a time zone'],
    ['{"chanel":{}}', 'there is no setting called chanel'],
    ['{"network":{"port":1}}', 'there is no setting called network.port'],
    ['{"trustDesktop":"no"}', 'trustDesktop: Invalid input: expected boolean, received string'],
    ['[]', 'the file: Invalid input: expected object'],
    ['{', 'station.json is not JSON'],
  ])('refuse %s and say why', (text, sentence) => {
    expect(() => parseStationSettings(text)).toThrow(sentence);
  });

  it('leave a file that is wrong as it is', async () => {
    writeFileSync(join(folder, 'station.json'), '{"nonsense":1}');
    await expect(readStationSettings(folder)).rejects.toThrow('there is no setting called nonsense');
    expect(readFileSync(join(folder, 'station.json'), 'utf8')).toBe('{"nonsense":1}');
  });
});
