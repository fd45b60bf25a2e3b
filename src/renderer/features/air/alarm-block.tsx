import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ALARM_WORDS, type Alarm } from '../../../shared/engine-protocol/index.ts';
import { type RefusalCode, refusalOf, refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { consoleZone, timeOfDay } from '../../ui/time-text.ts';
import { useStatusBy } from './use-air.ts';
import { worstFirst } from './worst-first.ts';
import './alarm-block.css';

/** How many alarms are raised, and the worst of them in words; opens the list. */
export function AlarmBlock() {
  const [isOpen, setOpen] = useState(false);
  const alarms = worstFirst(useStatusBy((status) => JSON.stringify(status?.alarms ?? []))?.alarms ?? []);
  const [worst] = alarms;
  if (!worst) return null;
  const isSeen = alarms.every(({ acknowledged }) => acknowledged !== null);
  return (
    <div className="alarm-block" data-severity={worst.severity} data-seen={isSeen}>
      <button type="button" aria-expanded={isOpen} aria-label={`Alarms: ${alarms.length}`} onClick={() => setOpen(!isOpen)}>
        <TriangleAlert />
        <b>{alarms.length}</b>
        <span className="alarm-worst">{ALARM_WORDS[worst.code].title}</span>
      </button>
      {isOpen && <AlarmList alarms={alarms} />}
    </div>
  );
}

function AlarmList({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { calls } = useStation().client;
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const acknowledge = (id: string) =>
    void calls.alarms.acknowledge({ id }).then(
      () => setRefusal(null),
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  return (
    <ul className="alarm-list" aria-label="Alarms">
      {alarms.map(({ id, code, severity, raisedAt, acknowledged }) => (
        <li key={id} data-severity={severity}>
          <b>{ALARM_WORDS[code].title}</b>
          <span>
            {severity === 'critical' ? 'Critical' : 'Warning'} since {timeOfDay(raisedAt, consoleZone())}. {ALARM_WORDS[code].advice}
          </span>
          {acknowledged === null ? (
            <Button tone="plain" icon={null} onClick={() => acknowledge(id)}>
              Acknowledge
            </Button>
          ) : (
            <small>✓ Seen by {acknowledged.by}</small>
          )}
        </li>
      ))}
      {refusal !== null && <li role="status">Refused. {refusalWords(refusal)}</li>}
    </ul>
  );
}
