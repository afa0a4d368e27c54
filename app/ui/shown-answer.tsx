import { type ReactNode, useEffect, useRef } from 'react';

interface ShownAnswerProps {
  readonly answer: unknown;
  readonly children: ReactNode;
  readonly className?: string;
  readonly role?: 'alert';
}

/**
 * [WR6] What a gesture shows on its own page, where nothing follows that could say it. Takes the focus with each new answer, so that it is
 * heard and seen, and not with another drawing of the page; without script the browser gives it by `autofocus`.
 */
export function ShownAnswer({ answer, children, ...box }: ShownAnswerProps) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) shown.current?.focus();
  }, [answer]);
  return (
    // biome-ignore lint/a11y/noAutofocus: the focus goes where the answer is, as it does with script
    <div {...box} tabIndex={-1} ref={shown} autoFocus>
      {children}
    </div>
  );
}
