import { CircleCheck, CircleX, LoaderCircle, Pause, TriangleAlert, X } from 'lucide-react';
import type { Import } from '../../../shared/contract/index.ts';
import { refusalSentence } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ImportSteering } from './import-steering.tsx';
import { isUnderWay, useImportStore } from './import-store.ts';
import { fileName, importProgress, importWords } from './import-words.ts';
import './import-queue.css';

/** The import queue: each import with its progress, and each refused file with the reason. Nothing when there is none. */
export function ImportQueue() {
  const { jobs, refused, dismiss } = useImportStore();
  if (jobs.length === 0 && refused.length === 0) return null;
  const isBusy = jobs.some(isUnderWay);
  const clear = (
    <Button tone="quiet" icon={<X />} onClick={dismiss} disabled={isBusy && jobs.every(isUnderWay)}>
      Clear
    </Button>
  );
  return (
    <div className="import-queue">
      <Panel title="Imports" note={isBusy ? 'running' : null} actions={clear}>
        <ul className="import-list">
          {refused.map(({ path, refusal }) => (
            <li key={path} className="import-refusal">
              <CircleX />
              <b className="ellipsis">{path}</b>
              <p>{refusalSentence(refusal)}</p>
            </li>
          ))}
          {jobs.map((job) => (
            <ImportEntry key={job.id} job={job} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function ImportEntry({ job }: { readonly job: Import }) {
  return (
    <li className="import-entry" data-state={job.state}>
      <ImportForm job={job} />
      <b className="ellipsis" title={job.path}>
        {fileName(job.path)}
      </b>
      <span className="import-words">
        {importWords(job)} <ImportSteering job={job} />
      </span>
      <div className="import-progress">
        <div style={{ transform: `scaleX(${importProgress(job)})` }} />
      </div>
      {job.failed.length > 0 && (
        <ul className="import-failures" aria-label="Refused files">
          {job.failed.map((failure) => (
            <li key={failure.path} className="import-refusal">
              <TriangleAlert />
              <b className="ellipsis selectable" title={failure.path}>
                {fileName(failure.path)}
              </b>
              <p>{failure.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ImportForm({ job }: { readonly job: Import }) {
  if (isUnderWay(job) && job.isPaused) return <Pause />;
  if (isUnderWay(job)) return <LoaderCircle className="state-message-turning" />;
  return job.state === 'done' ? <CircleCheck className="import-ok" /> : <CircleX className="import-bad" />;
}
