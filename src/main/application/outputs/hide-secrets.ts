import { type Answer, granted } from '../refusal.ts';

/** What stands in an answer where a secret is. Sent back as it is, it means the secret that is kept. As long as SRT asks of a passphrase. */
export const HIDDEN = '••••••••••';

/** The fields that hold nothing but a secret. */
const SECRET_FIELDS = ['key', 'passphrase', 'streamId'] as const;

/** What is kept with secrets in it: an output, or an input that is fetched. */
export interface Secretive {
  readonly type: string;
  readonly url?: string;
  readonly key?: string;
}

/** It as it may be shown: keys, passphrases and the secret part of its address are hidden. */
export function hideSecrets<T extends Secretive>(output: T): T {
  const shown: Record<string, unknown> = { ...(output as object) };
  for (const field of SECRET_FIELDS) if (typeof shown[field] === 'string' && shown[field] !== '') shown[field] = HIDDEN;
  if (output.url !== undefined) shown.url = hideInAddress(output, output.url);
  return shown as unknown as T;
}

/**
 * What was sent in, with the secrets that were sent back hidden put in again. Refused as BAD_INPUT, naming the field under `place`, where
 * there is none to put in: in a new output, or in one that now goes to another address, which must not learn the old one's secrets.
 */
export function restoreSecrets<T extends Secretive>(sent: T, kept: T | null, place: string): Answer<T> {
  const before = keptForSamePlace(sent, kept);
  const restored: Record<string, unknown> = { ...(sent as object) };
  for (const field of SECRET_FIELDS) {
    if (restored[field] !== HIDDEN) continue;
    if (typeof before[field] !== 'string') return missing(`${place}.${field}`);
    restored[field] = before[field];
  }
  if (sent.url?.includes(HIDDEN)) {
    if (typeof before.url !== 'string') return missing(`${place}.url`);
    restored.url = before.url;
  }
  return granted(restored as unknown as T);
}

/** What is kept of the output if it still goes where it went; else nothing. */
function keptForSamePlace(sent: Secretive, kept: Secretive | null): Readonly<Record<string, unknown>> {
  if (kept === null || kept.type !== sent.type) return {};
  const isSame = sent.url === undefined || kept.url === undefined || hideInAddress(kept, kept.url) === hideInAddress(sent, sent.url);
  return isSame ? { ...kept } : {};
}

function missing(field: string) {
  return { ok: false, code: 'BAD_INPUT', message: `${field}: Write the secret out; there is none kept for it.`, field } as const;
}

/** In an address a password may stand before the host, anything in the query, and an RTMP key at the end of the path. */
function hideInAddress({ type, key }: Secretive, url: string): string {
  const withoutPassword = url.replace(/^([a-z]+:\/\/[^/@:]*:)[^/@]+@/i, `$1${HIDDEN}@`);
  const withoutQuery = withoutPassword.replace(/\?.+$/, `?${HIDDEN}`);
  if (type !== 'rtmp' || key !== '') return withoutQuery;
  return withoutQuery.replace(/^([a-z]+:\/\/[^/]+\/[^/]+\/).+$/i, `$1${HIDDEN}`);
}
