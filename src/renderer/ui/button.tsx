import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'> {
  /** `primary` for the one thing that a panel is there for. */
  readonly tone: 'plain' | 'primary' | 'quiet';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A button of the console's panels, 30 px high. Air controls have a button of their own. */
export function Button({ tone, icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${tone}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}
