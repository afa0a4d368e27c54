import type { LucideIcon } from 'lucide-react';
import { Check, ChevronRight } from 'lucide-react';
import {
  type ComponentProps,
  Fragment,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button, Keyboard, Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Keys that do the same without the menu, as they are printed on them. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** The word, heard beside a tick, for the one that holds now. */
  readonly chosen?: string;
  /** A line above this entry. */
  readonly startsGroup?: boolean;
  /** A menu beside this entry; then `onAction` is not asked. */
  readonly actions?: readonly MenuAction[];
  readonly onAction: () => void;
}

interface MenuProps {
  /** Name of the menu for screen readers. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

/**
 * One menu for many buttons: it opens under the element that was pressed, which gets the focus back when nothing was
 * chosen. An action says itself where the focus goes.
 */
export function AnchoredMenu({
  label,
  actions,
  anchor,
  isOpen,
  onClose,
}: MenuProps & { anchor: RefObject<HTMLElement | null>; isOpen: boolean; onClose: () => void }) {
  const hasActed = useRef(false);
  useEffect(() => {
    if (isOpen) hasActed.current = false;
  }, [isOpen]);
  const note = (action: MenuAction, isNested = false): MenuAction => ({
    ...action,
    ...(action.actions && { actions: action.actions.map((inner) => note(inner, true)) }),
    onAction: () => {
      hasActed.current = true;
      action.onAction();
      // An entry of a menu beside it closes that menu only: no trigger stands above both.
      if (isNested) onClose();
    },
  });
  const noting = actions.map((action) => note(action));
  return (
    <Popover
      aria-label={label}
      placement="bottom end"
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (next) return;
        onClose();
        if (!hasActed.current) requestAnimationFrame(() => anchor.current?.focus());
      }}
    >
      <Actions label={label} actions={noting} onClose={onClose} />
    </Popover>
  );
}

/** Opened without a trigger of React Aria's, it focuses the menu and only marks the entry: Enter would do nothing. */
function useFirstEntry() {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== menu.current) return;
      menu.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return menu;
}

function Actions({ label, actions, onClose }: MenuProps & { onClose?: () => void }) {
  const menu = useFirstEntry();
  return (
    <Menu ref={menu} className="menu" aria-label={label} autoFocus="first" {...(onClose && { onClose })}>
      {actions.map((action) => (
        <Fragment key={action.id}>
          {action.startsGroup && <Separator className="sep" />}
          {action.actions ? (
            <SubmenuTrigger>
              <Item action={action} />
              <Popover aria-label={action.label}>
                <Actions label={action.label} actions={action.actions} />
              </Popover>
            </SubmenuTrigger>
          ) : (
            <Item action={action} />
          )}
        </Fragment>
      ))}
    </Menu>
  );
}

function Item({ action }: { action: MenuAction }) {
  const { id, label, icon: Icon, keys, isDisabled = false, chosen, actions, onAction } = action;
  return (
    <MenuItem id={id} className="menu-item" textValue={label} isDisabled={isDisabled} onAction={onAction}>
      {Icon && <Icon className="icon" aria-hidden="true" />}
      <span>{label}</span>
      {keys && <Keyboard>{keys}</Keyboard>}
      {chosen && (
        <>
          <Check className="icon menu-end" aria-hidden="true" />
          <span className="vh">{chosen}</span>
        </>
      )}
      {actions && <ChevronRight className="icon menu-end" aria-hidden="true" />}
    </MenuItem>
  );
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** How it looks, when its words alone are not how it is known. */
  readonly look?: ReactNode;
}

/** A button that opens a list of which several may be ticked; it stays open while one ticks. */
export function ChoiceButton({
  label,
  choices,
  chosen,
  onChange,
  className,
  empty,
  isOpenAtFirst = false,
  onClose,
  children,
}: {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  className: string;
  /** Said when there is nothing to choose from. */
  empty: string;
  /** For a list that was asked for before its button was there. */
  isOpenAtFirst?: boolean;
  onClose?: () => void;
  children: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  // React Aria's own trigger opens on the press: what is let go elsewhere would be open all the same ([H14]).
  return (
    <>
      <Button
        ref={button}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
        onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'ArrowUp') && setOpen(true)}
      >
        {children}
      </Button>
      <Popover
        aria-label={label}
        placement="bottom end"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(next) => {
          setOpen(next);
          if (next) return;
          onClose?.();
          requestAnimationFrame(() => button.current?.focus());
        }}
      >
        <Choices label={label} choices={choices} chosen={chosen} onChange={onChange} empty={empty} />
      </Popover>
    </>
  );
}

function Choices({
  label,
  choices,
  chosen,
  onChange,
  empty,
}: Pick<ComponentProps<typeof ChoiceButton>, 'label' | 'choices' | 'chosen' | 'onChange' | 'empty'>) {
  const menu = useFirstEntry();
  return (
    <Menu
      ref={menu}
      className="menu"
      aria-label={label}
      autoFocus="first"
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChange(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String))
      }
      shouldCloseOnSelect={false}
      renderEmptyState={() => <p className="menu-empty">{empty}</p>}
    >
      {choices.map(({ id, label: text, look }) => (
        <MenuItem key={id} id={id} className="menu-item" textValue={text}>
          <span className="tick">
            <Check className="icon" aria-hidden="true" />
          </span>
          {look ?? <span>{text}</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
