import { CalendarX, History } from 'lucide-react';
import { showAsRun, useCommandDesk } from '../../commands/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyMessage } from '../../ui/state-message.tsx';
import { WaysToFill } from './ways-to-fill.tsx';

/** In place of a day's items when there are none: what that means, and where to go from here. */
export function EmptyDay() {
  const desk = useCommandDesk();
  return (
    <EmptyMessage icon={<CalendarX />} title="Nothing scheduled; filler is on air">
      <p>The rules plan days ahead, from what is in the library. What did air is in the as-run log.</p>
      <WaysToFill>
        <Button tone="plain" icon={<History />} onClick={() => desk.press(showAsRun, false)}>
          As-run log
        </Button>
      </WaysToFill>
    </EmptyMessage>
  );
}
