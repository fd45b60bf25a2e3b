import { type Asset, type AssetChanges, changeAsset, type FlawLimits, type SidecarFacts } from '../../domain/library/index.ts';

const NOT_UNDERSTOOD = 'Not understood in its sidecar: ';

/** Applies to an asset what its sidecar says, without what can't be true of its file: its notes name that, and what could not be read. */
export function withSaid(asset: Asset, said: SidecarFacts, limits: FlawLimits): Asset {
  const changed = changeAsset(asset, said.changes, limits);
  if (!changed.ok) {
    const possible = { ...said.changes, [changed.field]: undefined };
    return withSaid(asset, { changes: possible, unreadable: [...said.unreadable, changed.field] }, limits);
  }
  const { details } = changed.asset;
  return { ...changed.asset, details: { ...details, notes: withNote(details.notes, said.unreadable) } };
}

/**
 * The asset as its sidecar, which changed, has it now: only what that says otherwise than before counts, so that what people changed
 * meanwhile stays. The very asset when nothing does.
 */
export function restated(asset: Asset, before: AssetChanges, now: SidecarFacts, limits: FlawLimits): Asset {
  const fields = Object.entries(now.changes).filter(([field, value]) => !isEqual(value, before[field as keyof AssetChanges]));
  const changed = withSaid(asset, { changes: Object.fromEntries(fields), unreadable: now.unreadable }, limits);
  return isEqual({ ...changed, revision: asset.revision }, asset) ? asset : changed;
}

function withNote(notes: string, unreadable: readonly string[]): string {
  const others = notes.split('\n\n').filter((paragraph) => !paragraph.startsWith(NOT_UNDERSTOOD));
  const note = unreadable.length === 0 ? '' : `${NOT_UNDERSTOOD}${unreadable.join(', ')}.`;
  return [...others, note].filter(Boolean).join('\n\n');
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
