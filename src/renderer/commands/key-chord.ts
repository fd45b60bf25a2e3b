/** A key and its modifiers. `key` is the lower-case `KeyboardEvent.key`; Ctrl may also be the Command key. Never Ctrl with Alt: layouts type signs with it. */
export interface KeyChord {
  readonly key: string;
  readonly isCtrl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** The part of a `KeyboardEvent` that tells which chord it is. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** A chord with Ctrl. */
export function ctrl(key: string): KeyChord {
  return { ...bare(key), isCtrl: true };
}

/** A chord with Ctrl and Shift. */
export function ctrlShift(key: string): KeyChord {
  return { ...bare(key), isCtrl: true, isShift: true };
}

/** A key by itself. */
export function bare(key: string): KeyChord {
  return { key, isCtrl: false, isShift: false, isAlt: false };
}

/** A chord with Shift. */
export function shift(key: string): KeyChord {
  return { ...bare(key), isShift: true };
}

/** A chord with Alt. */
export function alt(key: string): KeyChord {
  return { ...bare(key), isAlt: true };
}

/** Whether a pressed key is this chord. Shift is left out of account for signs such as `?`, which some layouts type with it. */
export function isChord(chord: KeyChord, pressed: PressedKey): boolean {
  if (pressed.altKey !== chord.isAlt || pressed.key.toLowerCase() !== chord.key) return false;
  const isSign = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key);
  return (pressed.ctrlKey || pressed.metaKey) === chord.isCtrl && (isSign || pressed.shiftKey === chord.isShift);
}

/** The keys of a chord as people name them: `Ctrl`, `Shift`, `X`. */
export function keyNames(chord: KeyChord): readonly string[] {
  const key = chord.key.length === 1 ? chord.key.toUpperCase() : (KEY_NAMES[chord.key] ?? chord.key);
  return [...(chord.isCtrl ? ['Ctrl'] : []), ...(chord.isAlt ? ['Alt'] : []), ...(chord.isShift ? ['Shift'] : []), key];
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  insert: 'Ins',
  arrowup: '↑',
  arrowdown: '↓',
};
