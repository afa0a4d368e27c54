import { type ComponentProps, type FocusEvent, type KeyboardEvent, useRef } from 'react';

const TOOLS = 'button:not(:disabled), a[href], summary';

/**
 * A row of tools that is one stop of the Tab key: arrows, Home and End go along it, Tab leaves it, and coming back leads to the
 * tool last used. Source: the toolbar pattern of the ARIA Authoring Practices Guide. React Aria has one too; with what it brings
 * along it would be the heaviest part of the editor's own code, and the bar is there before anybody writes.
 */
export function Toolbar({ children, ...bar }: ComponentProps<'div'> & { 'aria-label': string }) {
  const last = useRef<HTMLElement | null>(null);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const { key, target, currentTarget, shiftKey } = event;
    const tools = [...currentTarget.querySelectorAll<HTMLElement>(TOOLS)];
    const at = target instanceof HTMLElement ? tools.indexOf(target) : -1;
    // A field in the bar keeps its arrows; a menu that opened from it is drawn elsewhere.
    if (at < 0) return;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tools.length - 1 }[key];
    if (next !== undefined) {
      event.preventDefault();
      tools[next]?.focus();
    }
    // From the edge of the bar, the browser itself goes on to what comes next.
    if (key === 'Tab') {
      tools.at(shiftKey ? 0 : -1)?.focus();
      last.current = tools[at] ?? null;
    }
  }

  function onFocus({ relatedTarget, target, currentTarget }: FocusEvent<HTMLDivElement>) {
    if (!currentTarget.contains(target)) return;
    const comesIn = !currentTarget.contains(relatedTarget) && target.matches(':focus-visible');
    const back = last.current;
    last.current = null;
    if (comesIn && back?.isConnected) back.focus();
  }

  return (
    <div role="toolbar" aria-orientation="horizontal" {...bar} onKeyDown={onKeyDown} onFocus={onFocus}>
      {children}
    </div>
  );
}
