/**
 * The first minutes of a new station: from the slate to a channel.
 *
 * - The card is there while the library is empty and goes by itself; the channel is on air all the while.
 */
export { DemoOffer } from './demo-offer.tsx';
export { FirstRunCard } from './first-run-card.tsx';
