import type { AssetPosition } from '../ports/library-catalogue.ts';

/** Writes a place in the list of assets as text that callers pass back unread. */
export function writeAssetCursor({ sortKey, sequence }: AssetPosition): string {
  return Buffer.from(JSON.stringify([sortKey, sequence])).toString('base64url');
}

/** Reads what `writeAssetCursor` wrote; null when it is something else. */
export function readAssetCursor(text: string): AssetPosition | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [sortKey, sequence] = parts as readonly unknown[];
    return typeof sortKey === 'string' && Number.isSafeInteger(sequence) ? { sortKey, sequence: sequence as number } : null;
  } catch {
    return null;
  }
}
