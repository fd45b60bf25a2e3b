import { History } from 'lucide-react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { EmptyMessage, ErrorBar } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { reloadAsRun, useAsRunStore } from './as-run-store.ts';

/** In place of the rows when none could ever be read. */
export function NoAsRun() {
  return (
    <EmptyMessage icon={<History />} title="No log to show">
      <p>The channel goes on, and so does its log.</p>
    </EmptyMessage>
  );
}

/** Says that the log could not be read, and how old what is shown is; nothing while all is well. */
export function AsRunTrouble() {
  const { client } = useStation();
  const { refusal, readAt } = useAsRunStore((state) => state.reading);
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  const cause = `The as-run log could not be read. ${refusalWords(refusal)}`;
  return <ErrorBar cause={cause} age={age} onRetry={() => reloadAsRun(client.calls)} />;
}
