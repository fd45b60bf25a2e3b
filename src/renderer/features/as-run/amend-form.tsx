import { type FormEvent, useState } from 'react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { refusalIn, refusalSentence, useStation } from '../../station-client/index.ts';
import { OUTCOME_CHOICES, outcomeWord, REASON_CHOICES, reasonWord } from './as-run-words.ts';

/** Puts a row right: a new row that counts in its place, with a note of what it is for. The row itself stays as it was written. */
export function AmendForm({ row, onDone }: { readonly row: AsRunRow; readonly onDone: () => void }) {
  const { client } = useStation();
  const [outcome, setOutcome] = useState(row.outcome);
  const [reason, setReason] = useState(row.reason);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const amend = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    try {
      await client.calls.asRun.amend({ seq: row.seq, outcome, reason, note });
      onDone();
    } catch (error) {
      setRefused(refusalSentence(refusalIn(error)));
    }
  };
  return (
    <form className="amend-form" aria-label="Put the row right" onSubmit={(event) => void amend(event)}>
      <h4 className="caption">Put it right</h4>
      <label>
        Outcome
        <select value={outcome} onChange={({ target }) => setOutcome(target.value as AsRunRow['outcome'])}>
          {OUTCOME_CHOICES.map((each) => (
            <option key={each} value={each}>
              {outcomeWord(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Reason
        <select value={reason} onChange={({ target }) => setReason(target.value as AsRunRow['reason'])}>
          {REASON_CHOICES.map((each) => (
            <option key={each} value={each}>
              {reasonWord(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Note
        <textarea rows={3} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <button type="submit" className="button button-primary" disabled={note.trim() === ''}>
        Add a correcting row
      </button>
      {refused !== null && <p role="alert">{refused}</p>}
    </form>
  );
}
