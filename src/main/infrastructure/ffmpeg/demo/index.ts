/**
 * The demo media's studio: what each clip looks and sounds like, and how FFmpeg makes it.
 *
 * - A clip is data: backdrop, shapes, captions, music. Its arguments are a pure function of it.
 * - All music is at -23 LUFS.
 */
export { DEMO_SET } from './demo-set.ts';
export { FfmpegDemoStudio } from './ffmpeg-demo-studio.ts';
