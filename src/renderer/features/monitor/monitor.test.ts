import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { delayText, pictureDelay } from './picture-delay.ts';
import { reachableAddress } from './stream-address.ts';

describe('reachableAddress', () => {
  it('reaches a station that listens on every address by the name that the page came from', () => {
    expect(reachableAddress('http://0.0.0.0:8081/hls/index.m3u8', '192.168.7.20')).toBe('http://192.168.7.20:8081/hls/index.m3u8');
    expect(reachableAddress('http://127.0.0.1:8081/hls/index.m3u8', 'station.lan')).toBe('http://station.lan:8081/hls/index.m3u8');
  });

  it('leaves an address that names a machine alone', () => {
    expect(reachableAddress('http://192.168.7.9:8081/hls/index.m3u8', 'station.lan')).toBe('http://192.168.7.9:8081/hls/index.m3u8');
  });

  it('falls back on the own machine in the desktop app, whose page has no host', () => {
    expect(reachableAddress('http://0.0.0.0:8081/hls/index.m3u8', '')).toBe('http://127.0.0.1:8081/hls/index.m3u8');
  });
});

describe('pictureDelay', () => {
  it("is counted on the engine's clock from the playlist's date", () => {
    const delay = pictureDelay(milliseconds(10_000), new Date(6_780));
    expect(delayText(delay)).toBe('3.2 s');
  });

  it('is unknown until both are known', () => {
    expect(delayText(pictureDelay(null, new Date(0)))).toBe('–');
    expect(delayText(pictureDelay(milliseconds(1), null))).toBe('–');
  });
});
