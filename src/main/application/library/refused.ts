import { type Refusal, refused } from '../refusal.ts';

/** The input is at fault in `field`. */
export function badInput(field: string, message: string): Refusal {
  return { ...refused('BAD_INPUT', message), field };
}

/** There is nothing of that id. */
export function notFound(message: string): Refusal {
  return refused('NOT_FOUND', message);
}

/** The edit was made on a revision that is not the newest any more. */
export function staleRevision(): Refusal {
  return { ...refused('STALE_REVISION', 'The asset was edited since; read it again'), field: 'revision' };
}
