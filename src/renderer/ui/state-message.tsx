import { CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './state-message.css';

/** Shown while the first data is on its way. */
export function LoadingMessage({ what }: { readonly what: string }) {
  return (
    <div className="state-message" role="status">
      <LoaderCircle className="state-message-turning" />
      <p>Loading {what}…</p>
    </div>
  );
}

interface EmptyMessageProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

/** Shown when there is nothing to show; the children say what to do about it. */
export function EmptyMessage({ icon, title, children }: EmptyMessageProps) {
  return (
    <div className="state-message">
      {icon}
      <h3>{title}</h3>
      {children}
    </div>
  );
}

interface ErrorBarProps {
  /** What could not be read, and why, in words. */
  readonly cause: string;
  /** How old the data below is, in words; null when there is none. */
  readonly age: string | null;
  readonly onRetry: () => void;
}

/** Stands above the last good data when it could not be read anew. */
export function ErrorBar({ cause, age, onRetry }: ErrorBarProps) {
  return (
    <div className="error-bar" role="alert">
      <CircleAlert />
      <span>{cause}</span>
      {age !== null && <span className="error-bar-age">Shown as of {age} ago.</span>}
      <Button tone="plain" icon={null} onClick={onRetry}>
        Retry
      </Button>
    </div>
  );
}
