import { refusalWords, useStation } from '../../station-client/index.ts';
import { ErrorBar } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { reloadAsRun, useAsRunStore } from './as-run-store.ts';

/** Says that the log could not be read, and how old what is shown is; nothing while all is well. */
export function AsRunTrouble() {
  const { client } = useStation();
  const { refusal, readAt } = useAsRunStore((state) => state.reading);
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  const cause = `The as-run log could not be read. ${refusalWords(refusal)}`;
  return <ErrorBar cause={cause} age={age} onRetry={() => reloadAsRun(client.calls)} />;
}
