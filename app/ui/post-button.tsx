import type { ReactNode } from 'react';
import { Form } from 'react-router';

interface PostButtonProps {
  /** What is sent, `intent` among them. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Where to, when not this page. */
  readonly action?: string;
  /** The name of the button where its words alone would not say which row it is about. */
  readonly label?: string;
  readonly className?: string;
  readonly formClassName?: string;
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** One gesture: a form that is nothing but its button, and works without script. */
export function PostButton({
  fields,
  action,
  label,
  className = 'btn sm',
  formClassName,
  describedBy,
  children,
}: PostButtonProps) {
  return (
    <Form method="post" {...(action && { action })} className={formClassName}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={className} type="submit" aria-label={label} aria-describedby={describedBy}>
        {children}
      </button>
    </Form>
  );
}
