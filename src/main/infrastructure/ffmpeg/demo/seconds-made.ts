/**
 * How much of a clip is made, in seconds, by what FFmpeg's `-progress` printed last; null when the text says nothing of it.
 * FFmpeg prints `N/A` until the first frame.
 */
export function secondsMade(text: string): number | null {
  const last = [...text.matchAll(/^out_time_us=(\d+)$/gm)].at(-1);
  return last ? Number(last[1]) / 1e6 : null;
}
