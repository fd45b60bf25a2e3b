import type { DemoClip } from './demo-clip.ts';
import { DEMO_CONTINUITY } from './demo-continuity.ts';
import { DEMO_PROGRAMMES } from './demo-programmes.ts';
import { DEMO_SPOTS } from './demo-spots.ts';

/** The whole set, in the order it is made: a little of everything first, so that a station can be on air before the rest is there. */
export const DEMO_SET: readonly DemoClip[] = [...DEMO_CONTINUITY, ...DEMO_SPOTS, ...DEMO_PROGRAMMES];
