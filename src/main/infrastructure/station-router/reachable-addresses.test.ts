import { describe, expect, it } from 'vitest';
import { reachableAddress } from './reachable-addresses.ts';

describe('an address of the station', () => {
  it.each([
    ['http://0.0.0.0:8081/hls/index.m3u8', 'http://tv.lan:8081/hls/index.m3u8'],
    ['rtmp://[::]:1935/live/channel', 'rtmp://tv.lan:1935/live/channel'],
    ['http://127.0.0.1:8081/hls/index.m3u8', 'http://127.0.0.1:8081/hls/index.m3u8'],
    ['http://10.0.0.0.0.example/', 'http://10.0.0.0.0.example/'],
  ])('%s is given to who came by tv.lan as %s', (address, reachable) => {
    expect(reachableAddress(address, 'tv.lan')).toBe(reachable);
  });
});
