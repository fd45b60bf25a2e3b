import { describe, expect, it } from 'vitest';
import { redactUrl } from './redact-url.ts';

describe('redactUrl', () => {
  it.each([
    ['rtmp://live.example.com/app/secret-key', 'rtmp://live.example.com/…'],
    ['rtmps://user:password@live.example.com:443/app', 'rtmps://live.example.com:443/…'],
    ['srt://10.0.0.7:9000?passphrase=secret-phrase&streamid=secret', 'srt://10.0.0.7:9000/…'],
    ['udp://239.1.1.1:1234', 'udp://239.1.1.1:1234'],
    ['https://example.com/upload/secret/index.m3u8?cid=secret', 'https://example.com/…'],
    ['secret without an address', '…'],
  ])('shows %s without its secrets', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });
});
