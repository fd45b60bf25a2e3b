// biome-ignore lint/style/noRestrictedImports: the test runs in Node, and reads what the window will be given
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colour of a token, as red, green and blue between 0 and 1. */
function colour(token: string): readonly number[] {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(tokens)?.[1];
  if (!hex) throw new Error(`No token ${token}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(token: string): number {
  const [red = 0, green = 0, blue = 0] = colour(token).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two tokens, as WCAG 2.2 defines it. */
function contrast(text: string, surface: string): number {
  const [dark = 0, light = 0] = [luminance(text), luminance(surface)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['surface-0', 'surface-1', 'surface-2', 'surface-3', 'on-air-wash', 'next-wash', 'problem-wash'];

describe('text', () => {
  it.each(SURFACES.flatMap((surface) => ['text', 'text-2', 'text-3'].map((text) => [text, surface] as const)))(
    '%s keeps a contrast of 4.5:1 on %s',
    (text, surface) => expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5),
  );

  it.each([
    ['on-air-ink', 'on-air'],
    ['next-ink', 'next'],
    ['problem-ink', 'problem'],
    ['live-ink', 'live'],
    ['text', 'played'],
    ['failed-ink', 'failed'],
    ['urgent-text', 'surface-1'],
    ['problem', 'surface-1'],
  ])('%s keeps a contrast of 4.5:1 on %s', (ink, fill) => expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5));
});
