import { Download, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AsRunCheck } from '../../../shared/contract/index.ts';
import { broadcastDayAt } from '../../../shared/time/station-calendar.ts';
import { refusalIn, refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { stationNow } from '../air/index.ts';
import { AffidavitForm } from './affidavit-form.tsx';
import { offerFile } from './offer-file.ts';

/** What is done with the log: a broadcast day of it as a file, and whether its chain is whole. */
export function AsRunTools() {
  const { client } = useStation();
  const [date, setDate] = useState('');
  const [check, setCheck] = useState<AsRunCheck | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setRefused(null);
    try {
      await work();
    } catch (error) {
      setRefused(refusalSentence(refusalIn(error)));
    }
  };
  // In the small hours the broadcast day is still the day before's.
  useEffect(() => {
    client.calls.schedule.getPlan().then(
      (plan) => setDate((chosen) => (chosen === '' ? broadcastDayAt(plan, stationNow()).date : chosen)),
      (error: unknown) => setRefused(refusalSentence(refusalIn(error))),
    );
  }, [client]);
  const save = (read: typeof client.calls.asRun.csv, ending: string) =>
    attempt(async () => offerFile(await read({ date }), `as-run-${date}.${ending}`));
  return (
    <div className="as-run-tools">
      {refused !== null && <span role="alert">{refused}</span>}
      {check !== null && <ChainState check={check} />}
      <Button tone="quiet" icon={null} onClick={() => void attempt(async () => setCheck(await client.calls.asRun.verify()))}>
        Check the chain
      </Button>
      <DayInput label="Broadcast day to export" value={date} onPick={setDate} />
      <Button tone="plain" icon={<Download />} disabled={date === ''} onClick={() => void save(client.calls.asRun.csv, 'csv')}>
        CSV
      </Button>
      <Button tone="plain" icon={<Download />} disabled={date === ''} onClick={() => void save(client.calls.asRun.json, 'json')}>
        JSON
      </Button>
      <AffidavitForm date={date} />
    </div>
  );
}

function ChainState({ check: { ok, rows, fault } }: { readonly check: AsRunCheck }) {
  if (ok) {
    return (
      <span className="as-run-chain" role="status" aria-label="Chain">
        <ShieldCheck /> {rows} rows, chain whole
      </span>
    );
  }
  return (
    <span className="as-run-chain as-run-off" role="status" aria-label="Chain">
      <ShieldAlert /> Row {fault?.seq} was {fault?.what}
    </span>
  );
}
