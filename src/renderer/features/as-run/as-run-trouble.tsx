import { refusalWords, useStation } from '../../station-client/index.ts';
import { ErrorBar } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime } from '../air/index.ts';
import { useAsRunStore } from './as-run-store.ts';

/** Reads the as-run log anew. */
export function useReloadAsRun(): () => void {
  const { client } = useStation();
  const load = useAsRunStore((state) => state.load);
  return () => void load(client.calls, engineTime(steadyNow()) ?? Date.now());
}

/** Says that the log could not be read, and how old what is shown is; nothing while all is well. */
export function AsRunTrouble() {
  const { refusal, readAt } = useAsRunStore((state) => state.reading);
  const reload = useReloadAsRun();
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return <ErrorBar cause={`The as-run log could not be read. ${refusalWords(refusal)}`} age={age} onRetry={reload} />;
}
