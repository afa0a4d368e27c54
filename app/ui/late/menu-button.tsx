import { type ReactNode, useRef, useState } from 'react';
import type { AnchoredMenu, MenuAction } from './menu.tsx';

const load = () => import('./menu.tsx');

/**
 * A button that opens a menu. The menu itself is loaded when the button is first pointed at or reached: a page that is read
 * carries none.
 */
export function MenuButton({
  label,
  actions,
  className,
  children,
}: {
  /** Name of the button and of its menu for screen readers. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly className: string;
  readonly children: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [Menu, setMenu] = useState<typeof AnchoredMenu | null>(null);
  const [isOpen, setOpen] = useState(false);
  const prepare = () => {
    if (Menu) return;
    // A menu that cannot be had is asked for again at the next press.
    load().then(
      ({ AnchoredMenu: found }) => setMenu(() => found),
      () => setOpen(false),
    );
  };
  const open = () => {
    prepare();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        className={className}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open();
        }}
      >
        {children}
      </button>
      {Menu && (
        <Menu
          label={label}
          actions={actions}
          anchor={button}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
