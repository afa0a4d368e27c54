import type { ReactNode } from 'react';

/** An option of the list under a field, which keeps the focus and says by its id which one is meant. */
export function ListOption({
  id,
  isMeant,
  onChoose,
  children,
}: {
  readonly id: string;
  readonly isMeant: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className="menu-item"
      aria-selected={isMeant}
      data-focused={isMeant ? '' : undefined}
      // The focus stays where one types.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={undefined}
    >
      {children}
    </div>
  );
}
