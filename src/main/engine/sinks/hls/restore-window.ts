import { z } from 'zod';
import { type FrameRate, formatFrameRate } from '../../../../shared/time/index.ts';
import type { EngineLog } from '../../hub/index.ts';
import type { HlsStorage } from './hls-storage.ts';
import { type HlsSegment, type HlsWindow, hlsWindowSchema, retireOldest } from './hls-window.ts';
import { type HlsFormat, SEGMENT_EXTENSIONS } from './segment-format.ts';

/** The file that outlives the engine. It is written before the playlist, so that no number in a playlist is ever given again. */
export const STATE_NAME = 'state.json';

const stateSchema = z.object({ rate: z.string(), window: hlsWindowSchema });

/** The contents of the state file. */
export function writeState(window: HlsWindow, rate: FrameRate): Buffer {
  return Buffer.from(JSON.stringify({ rate: formatFrameRate(rate), window }));
}

/**
 * Reads what an earlier engine left: null when there was none, or what it left can't be read. Segments whose
 * files are missing or cut short (a power failure) are not listed, nor is any before them; at another frame rate none is, since their
 * frames would count differently, nor in another format, since an EXT-X-MAP holds for all that follow. Files that belong to nothing are removed.
 */
export async function restoreWindow(
  storage: HlsStorage,
  { rate, format, log }: { readonly rate: FrameRate; readonly format: HlsFormat; readonly log: EngineLog },
): Promise<HlsWindow | null> {
  const sizes = await storage.sizes();
  const state = readState(await storage.read(STATE_NAME), log);
  const isAlike =
    state?.rate === formatFrameRate(rate) && state.window.listed.every(({ name }) => name.endsWith(SEGMENT_EXTENSIONS[format]));
  const window = state && keepWhole(state.window, sizes, isAlike);
  await removeStrays(storage, [...sizes.keys()], window);
  return window;
}

function readState(contents: Buffer | null, log: EngineLog): z.infer<typeof stateSchema> | null {
  if (contents === null) return null;
  try {
    return stateSchema.parse(JSON.parse(contents.toString('utf8')));
  } catch (error) {
    log.warn('The HLS state file can not be read; the stream starts anew', { cause: String(error) });
    return null;
  }
}

function keepWhole(window: HlsWindow, sizes: ReadonlyMap<string, number>, isAlike: boolean): HlsWindow {
  const broken = window.listed.findLastIndex((segment) => !isWhole(segment, sizes));
  return retireOldest(window, isAlike ? broken + 1 : window.listed.length);
}

function isWhole({ name, byteLength, map }: HlsSegment, sizes: ReadonlyMap<string, number>): boolean {
  return sizes.get(name) === byteLength && (map === null || (sizes.get(map) ?? 0) > 0);
}

async function removeStrays(storage: HlsStorage, names: readonly string[], window: HlsWindow | null): Promise<void> {
  const known = new Set(
    [...(window?.listed ?? []), ...(window?.retired ?? [])].flatMap(({ name, map }) => (map === null ? [name] : [name, map])),
  );
  const strays = names.filter((name) => name.endsWith('.tmp') || (/^(?:segment|init)-.*\.(?:ts|m4s|mp4)$/.test(name) && !known.has(name)));
  await Promise.all(strays.map((name) => storage.remove(name)));
}
