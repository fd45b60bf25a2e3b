import { CircleCheck, CircleDashed, OctagonX, TriangleAlert } from 'lucide-react';
import type { Lamp } from '../../../shared/engine-protocol/index.ts';
import { useAir } from './use-air.ts';
import './lamp-row.css';

const LAMPS = [
  ['engine', 'Engine'],
  ['encoder', 'Encoder'],
  ['outputs', 'Outputs'],
  ['disk', 'Disk'],
  ['clock', 'Clock'],
] as const;

const FORMS = { ok: CircleCheck, warning: TriangleAlert, fault: OctagonX, off: CircleDashed } as const;
const WORDS = { ok: 'OK', warning: 'Warning', fault: 'Fault', off: 'Not running' } as const;
const UNKNOWN: Lamp = { state: 'off', detail: 'Waiting for the first word of the engine' };

/** The lamps of the chain, each with its detail on hover. */
export function LampRow() {
  const lamps = useAir()?.status?.lamps ?? null;
  return (
    <ul className="lamp-row" aria-label="Lamps">
      {LAMPS.map(([id, name]) => (
        <LampCell key={id} name={name} lamp={lamps?.[id] ?? UNKNOWN} />
      ))}
    </ul>
  );
}

function LampCell({ name, lamp }: { readonly name: string; readonly lamp: Lamp }) {
  const Form = FORMS[lamp.state];
  return (
    <li className={`lamp lamp-${lamp.state}`} aria-label={`${name}: ${WORDS[lamp.state]}. ${lamp.detail}`}>
      <Form />
      <span>{name}</span>
      <div className="lamp-detail" role="tooltip">
        <b>
          {name}: {WORDS[lamp.state]}
        </b>
        {lamp.detail}
      </div>
    </li>
  );
}
