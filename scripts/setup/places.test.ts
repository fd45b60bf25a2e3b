import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolderOf } from './places.mjs';

const HOME = path.join(path.sep, 'home', 'op');

describe("the user's cache folder", () => {
  it.each([
    ['linux', {}, path.join(HOME, '.cache', 'perpetua')],
    ['linux', { XDG_CACHE_HOME: path.join(HOME, 'fast') }, path.join(HOME, 'fast', 'perpetua')],
    ['darwin', {}, path.join(HOME, 'Library', 'Caches', 'perpetua')],
    ['win32', { LOCALAPPDATA: path.join(HOME, 'Local') }, path.join(HOME, 'Local', 'perpetua', 'Cache')],
  ] as const)('is where the system keeps caches: %s %o', (platform, environment, expected) => {
    expect(cacheFolderOf(platform, environment, HOME)).toBe(expected);
  });
});
