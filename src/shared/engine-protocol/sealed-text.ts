import type { Evidence } from './evidence.ts';

/**
 * What a record's hash is made of: the hash before it, and the record without its own hash as JSON with every object's keys in
 * alphabetical order, so that it is the same text after a journey through any parser.
 */
export function sealedText({ seq, at, body, prevHash }: Omit<Evidence, 'hash'>): string {
  return prevHash + JSON.stringify({ seq, at, body, prevHash }, inKeyOrder);
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
