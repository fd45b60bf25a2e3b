import { describe, expect, it } from 'vitest';
import { hostName, isLoopbackAddress, isLoopbackHost } from './host-guard.ts';

describe('the host guard', () => {
  it.each(['127.0.0.1', '127.0.0.1:8080', 'localhost:8080', 'LOCALHOST', '[::1]:8080', '127.1.2.3', 'station.localhost'])(
    'lets %s in',
    (header) => {
      expect(isLoopbackHost(header)).toBe(true);
    },
  );

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8080', '192.168.1.5', '', 'a b', undefined])(
    'keeps %s out',
    (header) => {
      expect(isLoopbackHost(header)).toBe(false);
    },
  );

  it('reads the name out of a header', () => {
    expect(hostName('Station.LAN:8080')).toBe('station.lan');
    expect(hostName('[fe80::1]:80')).toBe('[fe80::1]');
    expect(hostName('http://x')).toBeNull();
  });

  it('knows the addresses that only this machine reaches', () => {
    expect(['127.0.0.1', '::1', 'localhost'].every(isLoopbackAddress)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1'].some(isLoopbackAddress)).toBe(false);
  });
});
