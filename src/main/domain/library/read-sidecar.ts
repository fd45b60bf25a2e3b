import { assetChangesSchema } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { AssetChanges } from './change-asset.ts';
import { kindOfName } from './kind-of-folders.ts';
import { readNfo } from './read-nfo.ts';

/** A file of words about the media file that it stands beside. */
export interface Sidecar {
  readonly format: 'json' | 'nfo';
  readonly text: string;
}

/** What a sidecar says, and the names of what in it can't be read. */
export interface SidecarFacts {
  readonly changes: AssetChanges;
  readonly unreadable: readonly string[];
}

/** What a sidecar has no say in. */
const NOT_FOR_SIDECARS = { isApproved: true, lifecycle: true } as const;
const FIELDS = assetChangesSchema.omit(NOT_FOR_SIDECARS).shape;
const LISTS = { genre: 'genres', tag: 'tags', person: 'people' } as const;

/** Reads a sidecar: JSON with the fields of the API, or Kodi's .nfo. Each field that can't be read is left out and named. */
export function readSidecar({ format, text }: Sidecar): SidecarFacts {
  const said = format === 'nfo' ? readNfo(text) : jsonObject(text);
  if (said === null) return { changes: {}, unreadable: ['all of it'] };
  const changes: Record<string, unknown> = {};
  const unreadable: string[] = [];
  for (const [name, value] of Object.entries(said)) {
    const field = Object.hasOwn(LISTS, name) ? LISTS[name as keyof typeof LISTS] : name;
    if (!Object.hasOwn(FIELDS, field)) continue;
    const parsed = FIELDS[field as keyof typeof FIELDS].safeParse(prepared(field, name, value));
    if (parsed.success) changes[field] = parsed.data;
    else unreadable.push(name);
  }
  const { rightsFrom, rightsUntil } = changes as { readonly rightsFrom?: string | null; readonly rightsUntil?: string | null };
  return { changes: { ...changes, rightsFrom: instantOf(rightsFrom), rightsUntil: instantOf(rightsUntil) }, unreadable };
}

/** A kind by the names that folders have too, and one genre or tag for a list of one. */
function prepared(field: string, name: string, value: unknown): unknown {
  if (field === 'kind' && typeof value === 'string') return kindOfName(value) ?? value;
  return name !== field && typeof value === 'string' ? [value] : value;
}

function jsonObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function instantOf(text: string | null | undefined): Milliseconds | null | undefined {
  return text === null || text === undefined ? text : milliseconds(Date.parse(text));
}
