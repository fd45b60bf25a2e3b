import type { FailureCode } from '../../shared/contract/failure.ts';

/** A rule said no. An answer like any other, not an exception; `message` is English for developers and logs. */
export interface Refusal {
  readonly ok: false;
  readonly code: FailureCode;
  readonly message: string;
  /** The input at fault, where there is one. */
  readonly field?: string;
}

/** What a use case answers: what was asked for, or the rule that said no. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

/** A yes, with what was asked for. */
export function granted<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** A no that is not about one input. */
export function refused(code: FailureCode, message: string): Refusal {
  return { ok: false, code, message };
}
