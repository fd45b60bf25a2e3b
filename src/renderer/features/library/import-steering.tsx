import { Pause, Play, RotateCcw, X } from 'lucide-react';
import type { Import } from '../../../shared/contract/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { denied, useDenial } from '../session/index.ts';
import { isUnderWay, useImportStore } from './import-store.ts';

/** What can be done with an import: pause, resume, cancel; or try its refused files again. */
export function ImportSteering({ job }: { readonly job: Import }) {
  const { client } = useStation();
  const steer = useImportStore((state) => state.steer);
  const denial = denied(useDenial('scheduler'));
  const { library } = client.calls;
  const { id } = job;
  if (!isUnderWay(job)) {
    if (job.failed.length === 0) return null;
    return (
      <Button tone="plain" icon={<RotateCcw />} {...denial} onClick={() => void steer(job, () => library.retryImport({ id }))}>
        Retry refused
      </Button>
    );
  }
  return (
    <>
      {job.isPaused ? (
        <Button tone="plain" icon={<Play />} {...denial} onClick={() => void steer(job, () => library.resumeImport({ id }))}>
          Resume
        </Button>
      ) : (
        <Button tone="plain" icon={<Pause />} {...denial} onClick={() => void steer(job, () => library.pauseImport({ id }))}>
          Pause
        </Button>
      )}
      <Button tone="quiet" icon={<X />} {...denial} onClick={() => void steer(job, () => library.cancelImport({ id }))}>
        Cancel
      </Button>
    </>
  );
}
