const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** How long to wait after so many failures in a row: not at all at first, then 100 ms, doubling up to 10 s. */
export function backOffMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}
