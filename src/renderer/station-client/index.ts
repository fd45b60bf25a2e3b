/**
 * The console's way to the station: typed calls and the stream of events.
 *
 * - In the desktop app both travel over a message port, in a browser over HTTP; nothing above this folder knows which.
 * - A lost link is opened anew with back-off, for ever; `calls` stays the same object.
 * - Refusals are codes; `refusalWords` is the only place that puts them into words.
 */
export * from './desktop-transport.ts';
export * from './event-feed.ts';
export * from './fault-of.ts';
export * from './http-transport.ts';
export * from './reading.ts';
export * from './refusal.ts';
export * from './sign-in-token.ts';
export * from './station-client.ts';
export * from './station-context.tsx';
