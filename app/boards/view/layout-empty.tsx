import { useState } from 'react';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { NO_COLUMN } from '#shared/boards/board.ts';
import { boardLayouts as words } from '#shared/boards/board-layouts.fr.ts';
import { QuickAdd } from '../card/quick-add.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

interface Cards {
  readonly columns: Board['columns'];
}

/** What a layout says when it has no card to show: because of the filter, or because there is none yet. */
export function LayoutEmpty({ columns, isFiltered }: Cards & { isFiltered: boolean }) {
  const { edit } = useBoardWorld();
  if (isFiltered) return <p className="cards-empty layout-none">{words.noMatch}</p>;
  return (
    <div className="empty layout-none">
      <h2>{words.emptyTitle}</h2>
      <p>{edit ? words.emptyText : words.emptyReadOnly}</p>
      <AddToFirstColumn columns={columns} />
    </div>
  );
}

/** Adds a card where new ones begin: the first column. */
export function AddToFirstColumn({ columns }: Cards) {
  const { edit } = useBoardWorld();
  const [isAdding, setAdding] = useState(false);
  const first = columns[0];
  if (!edit || !first || first.id === NO_COLUMN) return null;
  return (
    <QuickAdd
      label={boardWords.addCard}
      longLabel={boardWords.addCardTo(first.name || boardWords.unnamedColumn)}
      fieldLabel={boardWords.cardTitle}
      isOpen={isAdding}
      onOpenChange={setAdding}
      onAdd={(title) => edit.actions.addCard(first.id, title)}
    />
  );
}
