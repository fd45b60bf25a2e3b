import { useEffect } from 'react';
import type { Plan } from '../../../shared/contract/index.ts';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import { CampaignList } from './campaign-list.tsx';
import { useCampaignStore } from './campaign-store.ts';
import { MakeGoodList } from './make-good-list.tsx';
import './campaigns-section.css';

/** What was sold, what of it aired, and what is owed. */
export function CampaignsSection({ plan, mayEdit }: { readonly plan: Plan; readonly mayEdit: boolean }) {
  const { client } = useStation();
  const { reading, load } = useCampaignStore();
  const { data, refusal, readAt } = reading;
  useEffect(() => void useCampaignStore.getState().load(client.calls), [client]);
  if (data === null && refusal === null) return <LoadingMessage what="the campaigns" />;
  return (
    <>
      {refusal !== null && (
        <ErrorBar
          cause={`The campaigns could not be read. ${refusalWords(refusal)}`}
          age={readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt)}
          onRetry={() => void load(client.calls)}
        />
      )}
      {data !== null && (
        <div className="campaigns-section">
          <CampaignList traffic={data} mayEdit={mayEdit} />
          <MakeGoodList makeGoods={data.makeGoods} zone={plan.zone} mayEdit={mayEdit} />
          <CampaignEditor traffic={data} plan={plan} mayEdit={mayEdit} />
        </div>
      )}
    </>
  );
}
