import { ChevronDown } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { copyDay, generateSchedule, type OperatorCommand } from '../../commands/index.ts';
import { Button } from '../../ui/button.tsx';
import { CommandMenu } from './command-menu.tsx';
import type { MenuPlace } from './menu-store.ts';

const GROUPS: readonly (readonly OperatorCommand[])[] = [[copyDay, generateSchedule]];

/** What can be done with the day in sight as a whole. */
export function DayMenu() {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const open = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    setPlace({ x: left, y: bottom + 2 });
  };
  return (
    <>
      <Button tone="plain" icon={<ChevronDown />} aria-haspopup="menu" aria-expanded={place !== null} onClick={open}>
        Day
      </Button>
      {place !== null && (
        <CommandMenu label="The day in sight" groups={GROUPS} place={place} onClose={() => setPlace(null)}>
          {null}
        </CommandMenu>
      )}
    </>
  );
}
