import { describe, expect, it } from 'vitest';
import { type PushFailure, readPushFailure, redactWords } from './push-failure.ts';

/** As FFmpeg 5.1.9 printed them. */
const CONNECTING: readonly (readonly [string, readonly string[], PushFailure])[] = [
  [
    'an RTMP port that nobody listens on',
    [
      '[tcp @ 0x558ed19ff440] Connection to tcp://127.0.0.1:1?tcp_nodelay=0 failed: Connection refused',
      '[rtmp @ 0x558ed1942000] Cannot open connection tcp://127.0.0.1:1?tcp_nodelay=0',
      'rtmp://127.0.0.1:1/live/secretkey: Connection refused',
    ],
    'refused',
  ],
  [
    'a host that has no address',
    [
      '[tcp @ 0x560539008140] Failed to resolve hostname no-such-host.invalid: Name or service not known',
      '[rtmp @ 0x5605390bb700] Cannot open connection tcp://no-such-host.invalid:1935?tcp_nodelay=0',
      'rtmp://no-such-host.invalid/live/secretkey: Input/output error',
    ],
    'unreachable',
  ],
  [
    'a UDP host that has no address',
    [
      '[udp @ 0x561447163700] getaddrinfo(no-such.invalid, 1234): Name or service not known',
      'udp://no-such.invalid:1234?pkt_size=1316: Input/output error',
    ],
    'unreachable',
  ],
  [
    'an RTMP server that does not take this key',
    [
      '[rtmp @ 0x55a5eabf1040] Server error: This station takes no publishers.',
      'rtmp://127.0.0.1:19005/live/badkey: Operation not permitted',
    ],
    'not-accepted',
  ],
  [
    'an RTMP server that does not know the application',
    [
      '[rtmp @ 0x56489d5f6040] Unknown connect error (unsupported authentication method?)',
      '[rtmp @ 0x56489d5f6040] Server error: There is no such application.',
      'rtmp://127.0.0.1:19005/other/badkey: Unknown error occurred',
    ],
    'not-accepted',
  ],
  ['an nginx that does not take this key', ['rtmp://127.0.0.1:18935/live/badkey: Input/output error'], 'not-accepted'],
  [
    'an SRT receiver with another passphrase',
    [
      '14:05:26.548497/SRT:RcvQ:w1!W:SRT.cn: KMREQ/rcv: (snd) Rx process failure - BADSECRET',
      '14:05:26.548799/SRT:RcvQ:w1!W:SRT.cn: processConnectRequest: rsp(REJECT): 1010 - Incorrect passphrase',
      '[srt @ 0x558912b15740] Connection to srt://127.0.0.1:19004?mode=caller&passphrase=wrongwrongwrong failed: Input/output error',
    ],
    'not-accepted',
  ],
  [
    'an SRT receiver that is not there',
    [
      '[srt @ 0x55c883a68000] Connection to srt://127.0.0.1:19001?mode=caller failed: Input/output error',
      'srt://127.0.0.1:19001?mode=caller: Input/output error',
    ],
    'unreachable',
  ],
  [
    'a port that does not speak TLS',
    [
      '[tls @ 0x55dd37c15480] An unexpected TLS packet was received.',
      '[rtmps @ 0x55dd37b58040] Cannot open connection tls://127.0.0.1:19006',
      'rtmps://127.0.0.1:19006/live/badkey: Input/output error',
    ],
    'unreachable',
  ],
  [
    'a TLS server that nobody vouches for',
    [
      '[tls @ 0x55c4cf8ba740] Peer certificate failed verification',
      '[rtmps @ 0x55c4cf8bdb00] Cannot open connection tls://localhost:28443',
      'rtmps://localhost:28443/live/secretkey: Input/output error',
    ],
    'untrusted',
  ],
  [
    'a TLS server of another name than its certificate',
    [
      "[tls @ 0x55e72b3089c0] The certificate's owner does not match hostname 127.0.0.1",
      '[rtmps @ 0x55e72b30ba00] Cannot open connection tls://127.0.0.1:28443',
      'rtmps://127.0.0.1:28443/live/secretkey: Input/output error',
    ],
    'untrusted',
  ],
  [
    'a server that says nothing',
    ['[rtmp @ 0x5636c32e9500] Cannot read RTMP handshake response', 'rtmp://127.0.0.1:19007/live/badkey: Connection timed out'],
    'unreachable',
  ],
  ['no words at all', [], 'failed'],
];

const SENDING: readonly (readonly [string, readonly string[], PushFailure])[] = [
  [
    'an RTMP server that was killed',
    [
      'av_interleaved_write_frame(): Broken pipe',
      '[flv @ 0x55c275567700] Failed to update header with correct duration.',
      'Error writing trailer of rtmp://127.0.0.1:19002/live/k: Broken pipe',
    ],
    'ended',
  ],
  ['a server that takes nothing any more', ['av_interleaved_write_frame(): Connection timed out'], 'stalled'],
  ['no words at all', [], 'ended'],
];

describe('readPushFailure', () => {
  it.each(CONNECTING)('tells, while connecting, %s', (_, lines, failure) => {
    expect(readPushFailure(lines, false)).toBe(failure);
  });

  it.each(SENDING)('tells, once it sent, %s', (_, lines, failure) => {
    expect(readPushFailure(lines, true)).toBe(failure);
  });
});

describe('redactWords', () => {
  it('keeps no key, no passphrase and no path', () => {
    const lines = [...CONNECTING, ...SENDING].flatMap(([, words]) => words);
    const text = redactWords([...lines, 'streamid my name failed'], ['my name']).join('\n');
    expect(text).not.toMatch(/secretkey|badkey|wrongwrong|my name|live/);
    expect(text).toContain('Connection to tcp://127.0.0.1:1/… failed: Connection refused');
  });
});
