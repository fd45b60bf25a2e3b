/**
 * Demo media: a small set of programmes, spots and continuity, made on the spot for a station without media of its own.
 *
 * - Making it twice costs nothing and changes nothing.
 * - The import begins when the whole set is there.
 * - A failure leaves what is finished, and says so; the channel never depends on any of it.
 */
export type { DemoStage, DemoStudio } from './demo-studio.ts';
export { MakeDemoMedia } from './make-demo-media.ts';
