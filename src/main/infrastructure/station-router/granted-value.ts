import type { FailureCode } from '../../../shared/contract/failure.ts';
import { stationFailure } from './station-failure.ts';

/** What the use cases answer: a value, or the rule that said no. */
type UseCaseAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string; readonly field?: string | null };

/** What a use case answered. @throws the failure that the transports carry, when it refused. */
export function grantedValue<T>(answer: UseCaseAnswer<T>): T {
  if (answer.ok) return answer.value;
  throw stationFailure(answer.code, answer.message, answer.field ? { field: answer.field } : {});
}
