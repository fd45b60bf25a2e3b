import type { FailureCode } from '../../../shared/contract/index.ts';

/** A rule said no to a command. `code` is for the caller, the message English for logs. */
export class Refusal extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
