import { assertNever } from '../../../../shared/assert-never.ts';
import type { Output, OutputOf } from '../../../../shared/engine-protocol/index.ts';

/** The outputs that an FFmpeg of their own sends. */
export type PushOutput = OutputOf<'rtmp' | 'srt' | 'udp'>;

/** Whether an output is one that an FFmpeg of its own sends. */
export function isPushOutput(output: Output): output is PushOutput {
  return output.type === 'rtmp' || output.type === 'srt' || output.type === 'udp';
}

/** How long a connection may hang before FFmpeg gives it up itself. */
const NETWORK_PATIENCE_US = 10_000_000;
/** Seven TS packets: as much as fits into a datagram on any network. */
const DATAGRAM_BYTES = 1316;

/**
 * The arguments of a push: the channel's TS on stdin goes to the target as it is, with progress on stdout. The programme's first picture and
 * sound are known from its first packets, so there is little to probe.
 */
export function pushArguments(output: PushOutput): readonly string[] {
  return [
    ...['-hide_banner', '-nostdin', '-v', 'warning', '-progress', 'pipe:1', '-stats_period', '0.5'],
    ...['-analyzeduration', '1000000', '-f', 'mpegts', '-i', 'pipe:0', '-map', '0:v:0', '-map', '0:a:0', '-c', 'copy'],
    ...targetArguments(output),
  ];
}

/** What of an output may never be shown or logged, besides its address. */
export function secretsOf(output: PushOutput): readonly string[] {
  switch (output.type) {
    case 'rtmp':
      return present([output.key]);
    case 'srt':
      return present([output.passphrase, output.streamId]);
    case 'udp':
      return [];
    default:
      return assertNever(output);
  }
}

function targetArguments(output: PushOutput): readonly string[] {
  switch (output.type) {
    case 'rtmp':
      return rtmpArguments(output);
    case 'srt':
      return srtArguments(output);
    case 'udp':
      return [...mpegTsArguments(), withDefaults(output.url, { pkt_size: DATAGRAM_BYTES })];
    default:
      return assertNever(output);
  }
}

/** FLV keeps AAC without the ADTS headers that it has in TS, and a live stream has no length to fill in at its end. */
function rtmpArguments(output: OutputOf<'rtmp'>): readonly string[] {
  const { url, key } = output;
  const address = key === '' ? url : `${url.replace(/\/+$/, '')}/${key}`;
  const patience = ['-rw_timeout', String(NETWORK_PATIENCE_US)];
  return ['-bsf:a', 'aac_adtstoasc', ...patience, ...tlsArguments(output), '-flvflags', 'no_duration_filesize', '-f', 'flv', address];
}

/** FFmpeg verifies nobody unless it is told to. */
function tlsArguments({ url, verifyCertificate, authoritiesFile }: OutputOf<'rtmp'>): readonly string[] {
  if (!/^rtmps:/i.test(url) || !verifyCertificate) return [];
  return ['-tls_verify', '1', ...(authoritiesFile === null ? [] : ['-ca_file', authoritiesFile])];
}

/** FFmpeg counts SRT's latency in microseconds. `-streamid` means another thing on its command line, `-srt_streamid` this one. */
function srtArguments({ url, mode, latencyMs, passphrase, streamId }: OutputOf<'srt'>): readonly string[] {
  const secret = passphrase === '' ? [] : ['-passphrase', passphrase];
  const name = streamId === '' ? [] : ['-srt_streamid', streamId];
  const address = withDefaults(url, { mode, latency: latencyMs * 1000, pkt_size: DATAGRAM_BYTES });
  return [...secret, ...name, ...mpegTsArguments(), address];
}

function mpegTsArguments(): readonly string[] {
  return ['-muxdelay', '0', '-muxpreload', '0', '-flush_packets', '1', '-f', 'mpegts'];
}

/** Adds what the address's own query does not say. Written by hand, since FFmpeg does not decode what `URL` would encode. */
function withDefaults(url: string, defaults: Readonly<Record<string, string | number>>): string {
  const [base = '', query = ''] = url.split('?', 2);
  const given = query.split('&').filter((pair) => pair !== '');
  const names = new Set(given.map((pair) => pair.split('=', 1)[0]));
  const added = Object.entries(defaults).filter(([name]) => !names.has(name));
  return `${base.replace(/\/+$/, '')}?${[...given, ...added.map(([name, value]) => `${name}=${value}`)].join('&')}`;
}

function present(secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => secret !== '');
}
