import { Check, X } from 'lucide-react';
import type { MakeGood } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayName, timeOfDay } from '../../ui/time-text.ts';
import { useCampaignStore } from './campaign-store.ts';
import './make-good-list.css';

interface MakeGoodListProps {
  readonly makeGoods: readonly MakeGood[];
  readonly zone: string;
  readonly mayEdit: boolean;
}

/** The spots that did not air as sold. Accepted, its campaign airs once more than its cap of the next day; declined, it is owed no longer. */
export function MakeGoodList({ makeGoods, zone, mayEdit }: MakeGoodListProps) {
  return (
    <Panel title="Make-goods" note={makeGoods.length === 0 ? null : `${makeGoods.length} to decide`} actions={null}>
      {makeGoods.length === 0 ? (
        <p className="hint">Nothing is owed: every spot of the last 30 days aired, or was decided about.</p>
      ) : (
        <ul className="make-goods">
          {makeGoods.map((makeGood) => (
            <MakeGoodRow key={makeGood.asRunSeq} makeGood={makeGood} zone={zone} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface MakeGoodRowProps extends Omit<MakeGoodListProps, 'makeGoods'> {
  readonly makeGood: MakeGood;
}

function MakeGoodRow({ makeGood, zone, mayEdit }: MakeGoodRowProps) {
  const { client } = useStation();
  const { decide, outcome } = useCampaignStore();
  const at = Date.parse(makeGood.plannedAt) as Milliseconds;
  const isOff = !mayEdit || outcome.state === 'pending';
  return (
    <li>
      <span>
        {dayName(at, zone)} {timeOfDay(at, zone)}
      </span>
      <span className="make-good-what ellipsis">
        <b>{makeGood.title}</b> {makeGood.campaign} · {makeGood.advertiser}
      </span>
      <span className="make-good-why ellipsis">
        {makeGood.outcome}: {makeGood.reason.replaceAll('-', ' ')}
      </span>
      <Button
        tone="plain"
        icon={<Check />}
        disabled={isOff}
        title="One play more than the cap of the next broadcast day"
        onClick={() => void decide(client.calls, makeGood, 'accepted')}
      >
        Accept
      </Button>
      <Button tone="quiet" icon={<X />} disabled={isOff} onClick={() => void decide(client.calls, makeGood, 'declined')}>
        Decline
      </Button>
    </li>
  );
}
