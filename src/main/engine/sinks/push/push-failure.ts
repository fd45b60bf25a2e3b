import { redactUrl } from '../../../../shared/engine-protocol/index.ts';

/** Why a push ended. */
export type PushFailure = 'refused' | 'not-accepted' | 'untrusted' | 'unreachable' | 'stalled' | 'ended' | 'no-ffmpeg' | 'failed';

/** What each means to an operator. */
export const PUSH_FAILURE_WORDS: Readonly<Record<PushFailure, string>> = {
  refused: 'Nobody takes connections at this address.',
  'not-accepted': 'The other side does not accept the key, the passphrase or the address.',
  untrusted: "The other side's certificate is not trusted.",
  unreachable: 'The other side can not be reached.',
  stalled: 'The other side stopped taking the stream.',
  ended: 'The other side ended the connection.',
  'no-ffmpeg': 'FFmpeg can not be started.',
  failed: 'The stream could not be sent.',
};

/** What FFmpeg 5.1 and later print, in the order in which one explains another. */
const SIGNS: readonly (readonly [RegExp, PushFailure])[] = [
  [/BADSECRET|Incorrect passphrase|Server error:|Operation not permitted|NetStream\.Publish|not authorized/i, 'not-accepted'],
  [/certificate/i, 'untrusted'],
  [/Connection refused/, 'refused'],
  [/Failed to resolve|getaddrinfo|No route to host|(?:Network|Host) is (?:unreachable|down)|TLS packet/i, 'unreachable'],
  [/Cannot open connection|handshake response/, 'unreachable'],
  // A server that was reached, spoke RTMP, and hung up on the request to publish: nginx does so when its own rules say no.
  [/^rtmps?:\/\/\S+: Input\/output error/m, 'not-accepted'],
];
/** The same words while it connects and once it sent mean different things. */
const TIMED_OUT = /timed out/i;
const CUT = /Broken pipe|Connection reset|Connection was broken|End of file|Input\/output error/;

/** Reads from FFmpeg's last words why a push ended. `wasSending`: whether the other side had taken any of the stream. */
export function readPushFailure(lastWords: readonly string[], wasSending: boolean): PushFailure {
  const text = lastWords.join('\n');
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  // A receiver that goes away answers the next packet with "refused" (UDP), or the next attempt to write.
  if (wasSending && (sign === undefined || sign[1] === 'refused')) return TIMED_OUT.test(text) ? 'stalled' : 'ended';
  if (sign !== undefined) return sign[1];
  return TIMED_OUT.test(text) || CUT.test(text) ? 'unreachable' : 'failed';
}

/** FFmpeg's words as they may be logged: addresses cut down to their hosts, secrets left out. */
export function redactWords(lastWords: readonly string[], secrets: readonly string[]): readonly string[] {
  return lastWords.map((line) => {
    const withoutAddresses = line.replace(/[a-z]+:\/\/[^\s'"]+/gi, (url) => redactUrl(url));
    return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), withoutAddresses);
  });
}
