import type { Milliseconds } from '../../shared/time/index.ts';

/** A control that acts only when it is held down long enough. `fired` lasts until it is let go, so that one hold acts once. */
export type Hold = { readonly state: 'idle' } | { readonly state: 'holding'; readonly since: Milliseconds } | { readonly state: 'fired' };

/** What can happen to it. `isRepeat`: the keyboard repeats a key that is still down. */
export type HoldEvent =
  | { readonly type: 'press'; readonly at: Milliseconds; readonly isRepeat: boolean }
  | { readonly type: 'release' }
  | { readonly type: 'lose-focus' }
  | { readonly type: 'time'; readonly at: Milliseconds };

/** A control that nobody touches. */
export const IDLE: Hold = { state: 'idle' };

/** The hold after an event. The control acts at the change from `holding` to `fired`. */
export function holdAfter(hold: Hold, event: HoldEvent, length: Milliseconds): Hold {
  switch (event.type) {
    case 'press':
      return hold.state === 'idle' && !event.isRepeat ? { state: 'holding', since: event.at } : hold;
    case 'release':
    case 'lose-focus':
      return IDLE;
    case 'time':
      return hold.state === 'holding' && event.at - hold.since >= length ? { state: 'fired' } : hold;
  }
}
