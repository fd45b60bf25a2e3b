import type { ReactNode } from 'react';

interface PreviewFrameProps {
  readonly title: string;
  readonly note: string;
  /** The picture. */
  readonly children: ReactNode;
}

/** A picture that is not on air, and says so. */
export function PreviewFrame({ title, note, children }: PreviewFrameProps) {
  return (
    <figure className="break-in-preview" aria-label="Preview">
      <div className="break-in-picture">{children}</div>
      <figcaption>
        <b>PREVIEW</b>
        <span className="ellipsis" title={title}>
          {title}
        </span>
        <small>{note}</small>
      </figcaption>
    </figure>
  );
}
