import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { delayText, pictureDelay } from './picture-delay.ts';
import { reachableAddress } from './stream-address.ts';

const fromNetwork = (hostname: string) => ({ protocol: 'http:', hostname });

describe('reachableAddress', () => {
  it('reaches a station that listens on every address by the name that the page came from', () => {
    const page = fromNetwork('station.lan');
    expect(reachableAddress('http://0.0.0.0:8081/hls/index.m3u8', page)).toBe('http://station.lan:8081/hls/index.m3u8');
    expect(reachableAddress('http://127.0.0.1:8081/hls/index.m3u8', page)).toBe('http://station.lan:8081/hls/index.m3u8');
  });

  it('leaves an address that names a machine alone', () => {
    const address = 'http://192.168.7.9:8081/hls/index.m3u8';
    expect(reachableAddress(address, fromNetwork('station.lan'))).toBe(address);
  });

  it('stays on the own machine in the desktop app, whose page comes from no network', () => {
    const page = { protocol: 'perpetua:', hostname: 'console' };
    expect(reachableAddress('http://0.0.0.0:8081/hls/index.m3u8', page)).toBe('http://127.0.0.1:8081/hls/index.m3u8');
    expect(reachableAddress('http://127.0.0.1:8081/hls/index.m3u8', page)).toBe('http://127.0.0.1:8081/hls/index.m3u8');
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
