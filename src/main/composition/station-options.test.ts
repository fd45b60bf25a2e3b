import { describe, expect, it } from 'vitest';
import { parseStationOptions } from './station-options.ts';

describe('the options of the headless station', () => {
  it('leave to the settings what is not said', () => {
    expect(parseStationOptions(['--data', '/srv/tv'])).toEqual({
      dataFolder: '/srv/tv',
      host: null,
      apiPort: null,
      streamPort: null,
      rtmpPort: null,
      leaveOnAir: false,
    });
  });

  it('are all understood, in either spelling', () => {
    const argv = ['--data=/srv/tv', '--api-port', '0', '--stream-port=8081', '--rtmp-port', '1935', '--host', '0.0.0.0', '--leave-air'];
    expect(parseStationOptions(argv)).toEqual({
      dataFolder: '/srv/tv',
      host: '0.0.0.0',
      apiPort: 0,
      streamPort: 8081,
      rtmpPort: 1935,
      leaveOnAir: true,
    });
  });

  it.each([
    [[], '--data DIR is missing'],
    [['--data', 'x', '--frequency', '7'], "'--frequency'"],
    [['--data', 'x', '--api-port', '80a'], '--api-port must be a port from 0 to 65535, not "80a"'],
    [['--data', 'x', '--rtmp-port', '65536'], '--rtmp-port must be'],
    [['--data', 'x', '--stream-port=-1'], '--stream-port must be'],
    [['--data', 'x', '--api-port'], '--api-port'],
    [['--data', 'x', 'channel'], 'channel'],
  ])('%j are refused with the name of what is wrong', (argv, sentence) => {
    expect(() => parseStationOptions(argv)).toThrow(sentence);
  });
});
