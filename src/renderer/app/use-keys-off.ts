import { useEffect, useState } from 'react';
import { isField } from '../commands/index.ts';

/** Whether somebody types in a field, which turns the keys off. */
export function useKeysOff(): boolean {
  const [isOff, setOff] = useState(false);
  useEffect(() => {
    const enter = (event: FocusEvent) => setOff(isField(event.target));
    const leave = (event: FocusEvent) => setOff(isField(event.relatedTarget));
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return isOff;
}
