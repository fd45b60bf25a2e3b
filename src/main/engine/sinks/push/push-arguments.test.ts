import { describe, expect, it } from 'vitest';
import { outputSchema } from '../../../../shared/engine-protocol/index.ts';
import { isPushOutput, pushArguments } from './push-arguments.ts';

/** The command line after what all pushes share. */
function targetOf(fields: object): string {
  const output = outputSchema.parse({ id: 'a', name: 'A', ...fields });
  if (!isPushOutput(output)) throw new Error('Not a push');
  return pushArguments(output).slice(20).join(' ');
}

describe('pushArguments', () => {
  it('copies the first picture and the first sound of the TS on stdin and tells its progress', () => {
    const output = outputSchema.parse({ id: 'a', name: 'A', type: 'udp', url: 'udp://10.0.0.7:1234' });
    if (!isPushOutput(output)) throw new Error('Not a push');
    expect(pushArguments(output).slice(0, 20).join(' ')).toBe(
      '-hide_banner -nostdin -v warning -progress pipe:1 -stats_period 0.5 -analyzeduration 1000000 -f mpegts -i pipe:0 -map 0:v:0 -map 0:a:0 -c copy',
    );
  });

  it.each([
    ['rtmp://a.example.com/live2', 'key-1', 'rtmp://a.example.com/live2/key-1'],
    ['rtmps://a.example.com:443/live2/', 'key-1?sign=x', 'rtmps://a.example.com:443/live2/key-1?sign=x'],
    ['rtmp://a.example.com/live2/key-1', '', 'rtmp://a.example.com/live2/key-1'],
  ])('sends FLV to %s with key "%s"', (url, key, address) => {
    expect(targetOf({ type: 'rtmp', url, key, verifyCertificate: false })).toBe(
      `-bsf:a aac_adtstoasc -rw_timeout 10000000 -flvflags no_duration_filesize -f flv ${address}`,
    );
  });

  it('has the certificate of an RTMPS server verified, by authorities of the operator if there are any', () => {
    const url = 'rtmps://a.example.com/live2';
    expect(targetOf({ type: 'rtmp', url })).toContain(' -rw_timeout 10000000 -tls_verify 1 -flvflags ');
    expect(targetOf({ type: 'rtmp', url, authoritiesFile: '/etc/ca.pem' })).toContain(' -tls_verify 1 -ca_file /etc/ca.pem -flvflags ');
    expect(targetOf({ type: 'rtmp', url: 'rtmp://a.example.com/live2' })).not.toContain('tls');
  });

  it('calls an SRT receiver, with the latency in microseconds', () => {
    expect(targetOf({ type: 'srt', url: 'srt://10.0.0.7:9000', latencyMs: 120 })).toBe(
      '-muxdelay 0 -muxpreload 0 -flush_packets 1 -f mpegts srt://10.0.0.7:9000?mode=caller&latency=120000&pkt_size=1316',
    );
  });

  it('waits for an SRT receiver, with a passphrase and a stream id', () => {
    const fields = { type: 'srt', url: 'srt://0.0.0.0:9000', mode: 'listener', passphrase: 'a long secret', streamId: '#!::r=live' };
    expect(targetOf(fields)).toBe(
      '-passphrase a long secret -srt_streamid #!::r=live -muxdelay 0 -muxpreload 0 -flush_packets 1 -f mpegts srt://0.0.0.0:9000?mode=listener&latency=200000&pkt_size=1316',
    );
  });

  it('sends TS in datagrams that fit every network, and keeps what the address says itself', () => {
    expect(targetOf({ type: 'udp', url: 'udp://239.1.1.1:1234' })).toBe(
      '-muxdelay 0 -muxpreload 0 -flush_packets 1 -f mpegts udp://239.1.1.1:1234?pkt_size=1316',
    );
    expect(targetOf({ type: 'udp', url: 'udp://239.1.1.1:1234?ttl=4&pkt_size=188' })).toContain('udp://239.1.1.1:1234?ttl=4&pkt_size=188');
  });
});
