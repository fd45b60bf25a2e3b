/** A library call that was refused: a failure code of the contract, the field of the input at fault, and English for developers. */
export interface Refused {
  readonly ok: false;
  readonly code: 'BAD_INPUT' | 'NOT_FOUND' | 'STALE_REVISION';
  readonly field: string | null;
  readonly message: string;
}

/** A call's answer, or its refusal. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

/** The input is at fault in `field`. */
export function badInput(field: string, message: string): Refused {
  return { ok: false, code: 'BAD_INPUT', field, message };
}

/** There is nothing of that id. */
export function notFound(message: string): Refused {
  return { ok: false, code: 'NOT_FOUND', field: null, message };
}

/** The edit was made on a revision that is not the newest any more. */
export function staleRevision(): Refused {
  return { ok: false, code: 'STALE_REVISION', field: 'revision', message: 'The asset was edited since; read it again' };
}
