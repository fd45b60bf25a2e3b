import type { ReactNode } from 'react';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: a count, an age; null when there is none. */
  readonly note: ReactNode;
  /** At the right end of the title bar; null when there is none. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a view, with its own scrolling below the title bar. */
export function Panel({ title, note, actions, children }: PanelProps) {
  return (
    <section className="panel" aria-label={title}>
      <header className="panel-bar">
        <h2 className="panel-title">{title}</h2>
        <div className="panel-note">{note}</div>
        <div className="panel-actions">{actions}</div>
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
