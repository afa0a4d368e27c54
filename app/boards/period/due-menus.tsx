import { CalendarDays, CalendarX, ChevronLeft, ChevronRight, MoveRight, PanelRight } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { daysUntil } from '#shared/boards/card/due.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addDays } from '#shared/boards/view/calendar.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import { AnchoredMenu, type MenuAction } from '../../ui/late/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMoveDialog } from '../card/card-menu.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { placeOf } from '../parts/places.ts';
import { type DueChanges, DueChangesProvider } from './due-changes.ts';
import { DueDialog } from './due-dialog.tsx';

const words = boardLayouts.due;
const WEEK = 7;

/** The one menu and the one dialog of the days of cards, and what changes them. `onDay` follows a card out of the period. */
export function DueMenus({ children, onDay }: { children: ReactNode; onDay: (day: string) => void }) {
  const { view, show, edit, cardPath, today } = useBoardWorld();
  const say = useSay();
  const notify = useToast();
  const navigate = useNavigate();
  const openMove = useMoveDialog();
  const anchor = useRef<HTMLElement>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [dialogOf, setDialogOf] = useState<string | null>(null);
  const follow = useRef(onDay);
  follow.current = onDay;

  const changes = useMemo((): DueChanges | null => {
    if (!edit) return null;
    const cardOf = (cardId: string) => placeOf(view.getBoard(), cardId)?.card;
    const set = (cardId: string, day: string | null) => {
      const card = cardOf(cardId);
      // A card that has both days keeps its length.
      const start =
        card?.start && card.due && day !== null ? addDays(card.start, daysUntil(day, card.due)) : undefined;
      const written = setCardProperties(edit.doc, { cardId, due: day, ...(start && { start }) });
      const title = card?.title || boardWords.untitledCard;
      if (!written.ok) return notify({ text: boardWords.errors[written.error] });
      if (day !== null) follow.current(day);
      say(day === null ? words.spokenNone(title) : words.spoken(title, calendarDays.day(day)));
      show(cardId);
    };
    const begin = (cardId: string, day: string) => {
      const written = setCardProperties(edit.doc, { cardId, start: day });
      if (!written.ok) return notify({ text: boardWords.errors[written.error] });
      follow.current(day);
      say(words.spokenStart(cardOf(cardId)?.title || boardWords.untitledCard, calendarDays.day(day)));
      show(cardId);
    };
    return {
      set,
      shift(cardId, days) {
        const { start = null, due = null } = cardOf(cardId) ?? {};
        if (start && !due) begin(cardId, addDays(start, days));
        else set(cardId, addDays(due ?? today, days));
      },
      openMenu(cardId, button) {
        anchor.current = button;
        setMenuOf(cardId);
      },
    };
  }, [edit, view, show, say, notify, today]);

  const card = menuOf ? placeOf(view.getBoard(), menuOf)?.card : undefined;
  const dialogCard = dialogOf ? placeOf(view.getBoard(), dialogOf)?.card : undefined;
  const move = (days: number, label: string, icon: MenuAction['icon'], keys: string): MenuAction => ({
    id: label,
    label,
    ...(icon && { icon }),
    keys,
    onAction: () => card && changes?.shift(card.id, days),
  });
  const actions: MenuAction[] = card
    ? [
        {
          id: 'open',
          label: boardPage.open,
          icon: PanelRight,
          onAction: () => void navigate(cardPath(card.id), { preventScrollReset: true }),
        },
        { id: 'due', label: words.change, icon: CalendarDays, onAction: () => setDialogOf(card.id) },
        { ...move(-1, words.earlier, ChevronLeft, '⇧ ←'), startsGroup: true },
        move(1, words.later, ChevronRight, '⇧ →'),
        move(-WEEK, words.weekEarlier, ChevronLeft, '⇧ ↑'),
        move(WEEK, words.weekLater, ChevronRight, '⇧ ↓'),
        {
          id: 'none',
          label: words.remove,
          icon: CalendarX,
          isDisabled: card.due === null,
          onAction: () => changes?.set(card.id, null),
        },
        {
          id: 'move',
          label: boardWords.moveTo,
          icon: MoveRight,
          startsGroup: true,
          onAction: () => openMove(card.id),
        },
      ]
    : [];
  return (
    <DueChangesProvider value={changes}>
      {children}
      <AnchoredMenu
        label={boardWords.cardActions(card?.title ?? '')}
        actions={actions}
        anchor={anchor}
        isOpen={card !== undefined}
        onClose={() => setMenuOf(null)}
      />
      {dialogCard && (
        <DueDialog
          card={dialogCard}
          onSave={(day) => {
            setDialogOf(null);
            changes?.set(dialogCard.id, day);
          }}
          onClose={() => {
            setDialogOf(null);
            show(dialogCard.id);
          }}
        />
      )}
    </DueChangesProvider>
  );
}
