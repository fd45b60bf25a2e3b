import { ORPCError } from '@orpc/server';
import { FAILURE_STATUS, type FailureCode } from '../../../shared/contract/failure.ts';

/** What travels with a failure besides its code and message. */
export interface FailureDetail {
  /** The input at fault, as a path: `edits.0.op`. */
  readonly field?: string;
  /** When another try makes sense. */
  readonly retryAfterSeconds?: number;
}

/** A failure as both transports carry it: a code of the contract, an English sentence, and the input at fault where there is one. */
export function stationFailure(code: FailureCode, message: string, detail: FailureDetail): ORPCError<FailureCode, FailureDetail> {
  return new ORPCError(code, { status: FAILURE_STATUS[code], message, data: detail });
}

/** Whether a code is one of the contract's. */
export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURE_STATUS, code);
}
