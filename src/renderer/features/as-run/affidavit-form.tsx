import { FileText } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { refusalIn, refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { offerFile } from './offer-file.ts';

/** A statement of when an advertiser's spots aired, as a page to print and sign. @param date the day that it begins with, until another is chosen */
export function AffidavitForm({ date }: { readonly date: string }) {
  const { client } = useStation();
  const [isOpen, setOpen] = useState(false);
  const [order, setOrder] = useState({ advertiser: '', from: date, to: date });
  const [refused, setRefused] = useState<string | null>(null);
  const open = () => {
    setOrder({ ...order, from: date, to: date });
    setOpen(true);
  };
  const prepare = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    try {
      offerFile(await client.calls.asRun.affidavitPage(order), `affidavit-${order.from}-${order.to}.html`);
      setOpen(false);
    } catch (error) {
      setRefused(refusalSentence(refusalIn(error)));
    }
  };
  if (!isOpen) {
    return (
      <Button tone="plain" icon={<FileText />} onClick={open}>
        Affidavit…
      </Button>
    );
  }
  return (
    <form className="affidavit-form" aria-label="Affidavit" onSubmit={(event) => void prepare(event)}>
      <input
        aria-label="Advertiser"
        placeholder="Advertiser"
        value={order.advertiser}
        onChange={({ target }) => setOrder({ ...order, advertiser: target.value })}
      />
      <DayInput label="From day" value={order.from} onPick={(from) => setOrder({ ...order, from })} />
      <DayInput label="To day" value={order.to} onPick={(to) => setOrder({ ...order, to })} />
      <button type="submit" className="button button-plain" disabled={order.advertiser.trim() === ''}>
        Save to print
      </button>
      <Button tone="quiet" icon={null} onClick={() => setOpen(false)}>
        Cancel
      </Button>
      {refused !== null && <span role="alert">{refused}</span>}
    </form>
  );
}
