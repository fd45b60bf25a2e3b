import type { Answer } from '../../application/refusal.ts';
import { stationFailure } from './station-failure.ts';

/** What a use case answered. @throws the failure that the transports carry, when it refused. */
export function grantedValue<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw stationFailure(answer.code, answer.message, answer.field ? { field: answer.field } : {});
}
