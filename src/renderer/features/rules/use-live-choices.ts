import { useStatusBy } from '../air/index.ts';
import type { LiveChoice } from './selection-of.ts';

/** The station's live inputs, as the engine tells of them. */
export function useLiveChoices(): readonly LiveChoice[] {
  return useStatusBy((status) => JSON.stringify(status?.inputs.map(({ id, name }) => [id, name]) ?? []))?.inputs ?? [];
}
