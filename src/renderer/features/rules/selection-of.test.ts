import { describe, expect, it } from 'vitest';
import type { Daypart } from '../../../shared/contract/index.ts';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import { daypartWords } from './daypart-words.ts';
import { liveChoices, selectionOf, withSelection } from './selection-of.ts';

const INPUTS = [
  { id: 'studio', name: 'Studio' },
  { id: 'hall', name: 'Town hall' },
];
const LIVE = { type: 'live', inputId: 'hall' } as const;
const TITLE = { type: 'title', houseId: 'H1' } as const;
const DAYPART: Daypart = { ...(PLAN_TEMPLATES[0]?.plan.dayparts[0] as Daypart), start: 'follow', breaks: 'often' };

describe('choosing a live input for a daypart', () => {
  it('begins with the first input, keeps the one that was chosen, and leaves it empty where there is none', () => {
    expect(selectionOf('live', TITLE, INPUTS)).toEqual({ type: 'live', inputId: 'studio' });
    expect(selectionOf('live', LIVE, INPUTS)).toEqual(LIVE);
    expect(selectionOf('live', TITLE, [])).toEqual({ type: 'live', inputId: '' });
  });

  it('leads to any other way and back, but into no block', () => {
    expect(selectionOf('title', LIVE, INPUTS)).toEqual({ type: 'title', houseId: '' });
    expect(selectionOf('block', LIVE, INPUTS)).toEqual({ type: 'block', parts: [] });
    expect(selectionOf('block', TITLE, INPUTS)).toEqual({ type: 'block', parts: [TITLE] });
  });

  it('has the daypart begin to the frame and without breaks, once: what is set afterwards stays', () => {
    expect(withSelection(DAYPART, LIVE)).toEqual({ selection: LIVE, start: 'fixed', breaks: null });
    expect(withSelection({ ...DAYPART, selection: LIVE }, { type: 'live', inputId: 'studio' })).toEqual({
      selection: { type: 'live', inputId: 'studio' },
    });
    expect(withSelection(DAYPART, TITLE)).toEqual({ selection: TITLE });
  });

  it('names an input that the station has no more, so that it can be seen and changed', () => {
    expect(liveChoices(INPUTS, 'hall')).toEqual(INPUTS);
    expect(liveChoices(INPUTS, 'gone')[0]).toEqual({ id: 'gone', name: 'gone (not there)' });
    expect(liveChoices([], '')).toEqual([{ id: '', name: 'No live input yet' }]);
    expect(daypartWords({ selection: LIVE }, INPUTS)).toBe('Live: Town hall');
    expect(daypartWords({ selection: LIVE }, [])).toBe('Live: hall (not there)');
  });
});
