import { describe, expect, it } from 'vitest';
import { denialText, denied } from './role-gate.tsx';

describe('the reason why somebody may not', () => {
  it('names every role that may, and the one that they have', () => {
    expect(denialText('viewer', 'scheduler')).toBe('This takes a scheduler or an admin; you are signed in as a viewer.');
    expect(denialText('viewer', 'operator')).toBe('This takes an operator, a scheduler or an admin; you are signed in as a viewer.');
    expect(denialText('scheduler', 'admin')).toBe('This takes an admin; you are signed in as a scheduler.');
  });

  it('makes a button grey, and leaves it alone when there is none', () => {
    expect(denied('No.')).toEqual({ disabled: true, title: 'No.' });
    expect(denied(null)).toEqual({});
  });
});
