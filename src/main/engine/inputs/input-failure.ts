/** What FFmpeg 5.1 and later print when a source can't be had, and what it means to an operator; in the order in which one explains another. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [
    /BADSECRET|Incorrect passphrase|401 Unauthorized|403 Forbidden|not authorized|Server error:/i,
    'The source does not accept the station: key, passphrase or permission.',
  ],
  [/404 Not Found|Server returned 4\d\d|Stream not found|No such file or directory/i, 'There is no such source.'],
  [/Address already in use|bind failed/i, 'Another program uses this port.'],
  [/Device or resource busy/i, 'Another program uses this device.'],
  [/Connection refused/, 'Nobody answers at this address.'],
  [/Failed to resolve|getaddrinfo|No route to host|unreachable|timed out|Cannot open connection/i, 'The source can not be reached.'],
  [/Stream map '0:v:0' matches no streams/, 'The source has no picture.'],
  [/Invalid data found|could not find codec parameters/i, 'What comes from the source can not be read.'],
];

/** Why a source is gone, in words that hold no address and no key. `wasReceiving`: whether any of it had come. */
export function inputFailureWords(lastWords: readonly string[], wasReceiving: boolean): string {
  const text = lastWords.join('\n');
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  if (sign !== undefined) return sign[1];
  return wasReceiving ? 'The source has ended.' : 'The source can not be received.';
}
