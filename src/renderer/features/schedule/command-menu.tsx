import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { keyNames, type OperatorCommand, useCommandDesk, useVerdict } from '../../commands/index.ts';
import type { MenuPlace } from './menu-store.ts';
import './command-menu.css';

interface CommandMenuProps {
  readonly label: string;
  readonly groups: readonly (readonly OperatorCommand[])[];
  readonly place: MenuPlace;
  readonly onClose: () => void;
  /** What stands in the menu besides the commands. */
  readonly children: ReactNode;
}

/** A menu of commands, each with its key. Arrows walk through it; Esc, Tab and a press beside it close it. */
export function CommandMenu({ label, groups, place, onClose, children }: CommandMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useFocusWithin(menu);
  useKeptInSight(menu, place);
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    window.addEventListener('pointerdown', pressed);
    window.addEventListener('blur', onClose);
    return () => {
      window.removeEventListener('pointerdown', pressed);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);
  const keyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // The keys of the console are for what is under the menu.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <div ref={menu} className="command-menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={keyDown}>
      {groups.map((commands) => (
        <div key={commands[0]?.id} className="command-menu-group">
          {commands.map((command) => (
            <MenuItem key={command.id} command={command} onDone={onClose} />
          ))}
        </div>
      ))}
      {children}
    </div>
  );
}

function MenuItem({ command, onDone }: { readonly command: OperatorCommand; readonly onDone: () => void }) {
  const desk = useCommandDesk();
  const verdict = useVerdict(command);
  const press = () => {
    onDone();
    desk.press(command, false);
  };
  return (
    <button
      type="button"
      role="menuitem"
      className="command-menu-item"
      disabled={!verdict.isAllowed}
      title={verdict.isAllowed ? '' : verdict.reason}
      onClick={press}
    >
      <span>{command.label}</span>
      {command.key !== null && <kbd>{keyNames(command.key).join('+')}</kbd>}
    </button>
  );
}

function step(menu: HTMLElement, by: 1 | -1): void {
  const items = [...menu.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const here = items.findIndex((item) => item.matches(':focus'));
  items[(here + by + items.length) % items.length]?.focus();
}

/** Has the first item focused while the menu is open, and afterwards what was focused before. */
function useFocusWithin(menu: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    menu.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [menu]);
}

/** Opens the menu at its place, or so far left and up that all of it is in the window. */
function useKeptInSight(menu: { readonly current: HTMLElement | null }, { x, y }: MenuPlace): void {
  useLayoutEffect(() => {
    if (menu.current === null) return;
    const { offsetWidth, offsetHeight, style } = menu.current;
    style.left = `${Math.max(0, Math.min(x, window.innerWidth - offsetWidth - 4))}px`;
    style.top = `${Math.max(0, Math.min(y, window.innerHeight - offsetHeight - 4))}px`;
  }, [menu, x, y]);
}
