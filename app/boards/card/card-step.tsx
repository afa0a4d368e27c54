import { ArrowDown, ArrowUp, Ellipsis, ListChecks, X } from 'lucide-react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card, Checklist, ChecklistItem } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import {
  moveChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/boards/card/checklist-operations.ts';
import { useSay } from '../../ui/announcer.tsx';
import type { MenuAction } from '../../ui/late/menu.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { DraftArea } from './draft-area.tsx';

interface StepProps {
  readonly card: Card;
  readonly list: Checklist;
  readonly item: ChecklistItem;
}

/** One step: its tick, its text, and what can be done with it. */
export function CardStep({ card, list, item }: StepProps) {
  const { edit } = useBoardWorld();
  const ref = { cardId: card.id, itemId: item.id };
  return (
    <li className="step">
      <input
        type="checkbox"
        aria-label={item.text}
        checked={item.done}
        disabled={!edit}
        onChange={(event) => edit && toggleChecklistItem(edit.doc, { ...ref, done: event.target.checked })}
      />
      {edit ? (
        <>
          <DraftArea
            label={words.renameItem(item.text)}
            className="step-text"
            isOneLine
            value={item.text}
            write={(text) => renameChecklistItem(edit.doc, { ...ref, text })}
          />
          <StepMenu card={card} list={list} item={item} />
        </>
      ) : (
        <span className="step-text">{item.text}</span>
      )}
    </li>
  );
}

function StepMenu({ card, list, item }: StepProps) {
  const { edit } = useBoardWorld();
  const say = useSay();
  if (!edit) return null;
  const { doc } = edit;
  const ref = { cardId: card.id, itemId: item.id };
  const index = list.items.findIndex((one) => one.id === item.id);

  function move(to: Checklist, rank: number) {
    if (!moveChecklistItem(doc, { ...ref, listId: to.id, index: rank }).ok) return;
    const count = to.items.length + (to.id === list.id ? 0 : 1);
    say(words.spoken.itemMoved(item.text, to.name || words.checklist, rank, count));
    // The row was moved in the page, or made anew in another list: what has the focus goes with it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-step="${CSS.escape(item.id)}"] button`)?.focus(),
      ),
    );
  }

  const actions: MenuAction[] = [
    {
      id: 'up',
      label: boardPage.moveUp,
      icon: ArrowUp,
      isDisabled: index === 0,
      onAction: () => move(list, index - 1),
    },
    {
      id: 'down',
      label: boardPage.moveDown,
      icon: ArrowDown,
      isDisabled: index === list.items.length - 1,
      onAction: () => move(list, index + 1),
    },
    ...card.checklists
      .filter((other) => other.id !== list.id)
      .map((other) => ({
        id: other.id,
        label: words.moveItemTo(other.name || words.checklist),
        icon: ListChecks,
        onAction: () => move(other, other.items.length),
      })),
    {
      id: 'remove',
      label: words.removeItem,
      icon: X,
      startsGroup: true,
      onAction: () => void removeChecklistItem(doc, ref),
    },
  ];
  return (
    <span data-step={item.id}>
      <MenuButton className="btn quiet sm icon-only" label={words.itemActions(item.text)} actions={actions}>
        <Ellipsis className="icon" aria-hidden="true" />
      </MenuButton>
    </span>
  );
}
