import { CopyPlus, Plus, Wand } from 'lucide-react';
import type { ReactNode } from 'react';
import { addItems, copyDay, generateSchedule, type OperatorCommand, useCommandDesk, useVerdict } from '../../commands/index.ts';
import { Button } from '../../ui/button.tsx';
import './ways-to-fill.css';

/** What can be done about a time in which nothing is scheduled; the children are further ways. */
export function WaysToFill({ children }: { readonly children: ReactNode }) {
  return (
    <p className="ways-to-fill">
      <Way command={generateSchedule} tone="primary" icon={<Wand />} />
      <Way command={copyDay} tone="plain" icon={<CopyPlus />} />
      <Way command={addItems} tone="plain" icon={<Plus />} />
      {children}
    </p>
  );
}

interface WayProps {
  readonly command: OperatorCommand;
  readonly tone: 'plain' | 'primary';
  readonly icon: ReactNode;
}

function Way({ command, tone, icon }: WayProps) {
  const desk = useCommandDesk();
  const verdict = useVerdict(command);
  const reason = verdict.isAllowed ? '' : verdict.reason;
  return (
    <Button tone={tone} icon={icon} title={reason} disabled={!verdict.isAllowed} onClick={() => desk.press(command, false)}>
      {command.label}
    </Button>
  );
}
