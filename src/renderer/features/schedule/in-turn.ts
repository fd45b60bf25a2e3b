/**
 * Runs a job that never rejects, one at a time: asked for while it is under way, it runs once more afterwards, however often it was asked for.
 * Whoever asks is answered by a run that began after that, and runs that are asked for faster than they end never starve.
 */
export function inTurn(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = () => {
    const running = run().finally(() => {
      if (current === running) current = null;
    });
    current = running;
    return running;
  };
  return () => {
    if (current === null) return begin();
    next ??= current.then(() => {
      next = null;
      return begin();
    });
    return next;
  };
}
