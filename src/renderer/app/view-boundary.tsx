import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyMessage } from '../ui/state-message.tsx';

interface ViewBoundaryProps {
  /** What is in it, for people: `The library`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a defect inside one part of the window: what throws while it is drawn makes way for a sentence, and everything around it, the air controls first, goes on. */
export class ViewBoundary extends Component<ViewBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <EmptyMessage icon={<CircleAlert />} title={`${this.props.name} can not be shown`}>
        <p>The console has a defect here. The air and the other views go on.</p>
        <Button tone="primary" icon={null} onClick={() => this.setState({ hasFailed: false })}>
          Show it again
        </Button>
      </EmptyMessage>
    );
  }
}
