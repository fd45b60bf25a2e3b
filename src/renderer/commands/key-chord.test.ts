import { describe, expect, it } from 'vitest';
import { bare, ctrl, ctrlShift, isChord, keyNames } from './key-chord.ts';

const key = (name: string, modifiers: string) => ({
  key: name,
  ctrlKey: modifiers.includes('ctrl'),
  metaKey: modifiers.includes('meta'),
  shiftKey: modifiers.includes('shift'),
  altKey: modifiers.includes('alt'),
});

describe('isChord', () => {
  it('wants exactly the modifiers of the chord', () => {
    expect(isChord(ctrl('enter'), key('Enter', 'ctrl'))).toBe(true);
    expect(isChord(ctrl('enter'), key('Enter', 'meta'))).toBe(true);
    expect(isChord(ctrl('enter'), key('Enter', ''))).toBe(false);
    expect(isChord(ctrl('enter'), key('Enter', 'ctrl shift'))).toBe(false);
    expect(isChord(ctrl('enter'), key('Enter', 'ctrl alt'))).toBe(false);
    expect(isChord(ctrlShift('x'), key('X', 'ctrl shift'))).toBe(true);
    expect(isChord(ctrlShift('x'), key('x', 'ctrl'))).toBe(false);
  });

  it('takes a sign however the layout types it', () => {
    expect(isChord(bare('?'), key('?', 'shift'))).toBe(true);
    expect(isChord(bare('?'), key('?', ''))).toBe(true);
  });
});

it('names the keys of a chord', () => {
  expect(keyNames(ctrlShift('x'))).toEqual(['Ctrl', 'Shift', 'X']);
  expect(keyNames(ctrl('enter'))).toEqual(['Ctrl', 'Enter']);
});
