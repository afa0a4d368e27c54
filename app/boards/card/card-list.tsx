import { CircleCheck, Ellipsis, GripVertical } from 'lucide-react';
import { memo } from 'react';
import {
  Button,
  DropIndicator,
  type DropItem,
  type DroppableCollectionInsertDropEvent,
  GridList,
  GridListItem,
  type ItemDropTarget,
  isTextDropItem,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card, Column } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardStructure } from '#shared/boards/board-structure.fr.ts';
import { progressOf } from '#shared/boards/card/checklist-progress.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';
import { dayIs } from '#shared/boards/card/property/card-properties.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { spokenMarks, useCardMarks } from '../parts/card-marks.ts';
import { rankAmong, type Target } from '../parts/places.ts';
import { useSelection } from '../selection/selection.ts';
import { PageListLayout } from '../view/page-list-layout.ts';
import { CardFace } from './card-face.tsx';
import { faceFields } from './card-face-fields.tsx';
import { useCardMenu } from './card-menu.tsx';
import { spokenRepeat } from './card-repeat.tsx';
import { useOpenCardId } from './open-card.ts';

const CARD = 'application/x-cordee-card';
/** Longer columns draw only what can be seen; shorter ones are whole, for the browser's own search and for paper. */
const WHOLE_UP_TO = 30;
const layoutOptions = { estimatedRowSize: 148, gap: 8 } as const;

/** The cards of one column: to be read, opened, and moved by mouse, finger and keyboard. */
export const CardList = memo(function CardList({ column, empty, lane, isLong }: CardListProps) {
  const { edit, fields, organisations, people, today, view } = useBoardWorld();
  const marks = useCardMarks();
  const selection = useSelection();
  const { dragAndDropHooks } = useDragAndDrop<Card>({
    getItems: (keys) =>
      column.cards
        .filter(({ id }) => keys.has(id))
        .map(({ id, title }) => ({ [CARD]: id, 'text/plain': title })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: [CARD],
    onInsert: ({ items, target }: DroppableCollectionInsertDropEvent) => drop(items, beside(target)),
    onRootDrop: ({ items }) => drop(items, null),
    onReorder: ({ keys, target }) => place([...keys].map(String), beside(target)),
    renderDropIndicator: (target) => <DropIndicator className="drop-line" target={target} />,
  });

  async function drop(items: readonly DropItem[], target: Target | null) {
    const ids = items.map((item) => (isTextDropItem(item) && item.types.has(CARD) ? item.getText(CARD) : ''));
    place(await Promise.all(ids), target);
  }

  /** A chosen card takes all the others along, those of other columns too, which the dragged list knows nothing of. */
  function place(cardIds: readonly string[], target: Target | null) {
    const [first] = cardIds;
    if (first === undefined || !edit) return;
    const moved = selection.ids.has(first) ? [...selection.ids] : cardIds;
    if (moved.length === 1) return void edit.actions.moveBeside(first, column.id, target, lane?.id);
    // Counted in the whole column: a filter or a lane shows a part of it.
    const whole = view.getBoard().columns.find(({ id }) => id === column.id) ?? column;
    edit.batch.move(moved, column.id, rankAmong(whole, moved, target), lane?.id);
  }

  const list = (
    <GridList
      // React Aria takes its drag and drop once and for all: with another right, it is another list.
      key={edit ? 'moves' : 'reads'}
      className="cards"
      aria-label={
        lane
          ? boardStructure.cell(column.name || words.unnamedColumn, lane.name)
          : column.name || words.unnamedColumn
      }
      items={column.cards}
      dependencies={[column.done, today, organisations, people, fields, marks, selection.ids]}
      {...(edit && { dragAndDropHooks })}
      renderEmptyState={() => <p className="cards-empty">{empty}</p>}
    >
      {(card) => <CardRow card={card} isDone={column.done} />}
    </GridList>
  );
  return (isLong && column.cards.length > 0) || column.cards.length > WHOLE_UP_TO ? (
    <Virtualizer layout={PageListLayout} layoutOptions={layoutOptions} shouldObserveItemSize>
      {list}
    </Virtualizer>
  ) : (
    list
  );
});

interface CardListProps {
  readonly column: Column;
  readonly empty: string;
  /** Of which these are the cards; none for a whole column. */
  readonly lane?: { readonly id: string; readonly name: string };
  /** Even a short list draws only what can be seen: there are many of them. */
  readonly isLong?: boolean;
}

function beside({ key, dropPosition }: ItemDropTarget): Target {
  return { cardId: String(key), side: dropPosition === 'before' ? 'before' : 'after' };
}

function CardRow({ card, isDone }: { card: Card; isDone: boolean }) {
  const world = useBoardWorld();
  const { cardPath, organisations, today } = world;
  const marks = spokenMarks(useCardMarks(), card.id);
  const isChosen = useSelection().ids.has(card.id);
  const title = card.title || words.untitledCard;
  const cities = card.organisations.flatMap((id) => organisations.get(id)?.name ?? []);
  const name = [
    spokenName(card, isDone, today, cities),
    ...faceFields(card, world).map(({ text }) => text),
    ...(marks ? [marks] : []),
    ...(isChosen ? [boardGestures.isSelected] : []),
  ].join(', ');
  return (
    <GridListItem
      id={card.id}
      className="kcard"
      textValue={title}
      aria-label={name}
      href={cardPath(card.id)}
      data-card={card.id}
      data-chosen={isChosen || undefined}
    >
      <CircleCheck className="icon kcard-chosen" aria-hidden="true" />
      <CardInside card={card} title={title} isDone={isDone} />
    </GridListItem>
  );
}

/** A row is read by its name alone: what the eye sees beside the title must be in it. */
function spokenName(card: Card, isDone: boolean, today: string, cities: readonly string[]): string {
  const isLate = dueStateOf(card.due, today, isDone) === 'late';
  const { done, total } = progressOf(card);
  return [
    card.title || words.untitledCard,
    isLate && words.late,
    card.start && card.start > today && dayIs.start(days.short(card.start, today)),
    card.due && dayIs.due(days.short(card.due, today)),
    total > 0 && words.checklistSpoken(done, total),
    card.files.length > 0 && words.filesCount(card.files.length),
    spokenRepeat(card),
    ...cities,
  ]
    .filter(Boolean)
    .join(', ');
}

function CardInside({ card, title, isDone }: { card: Card; title: string; isDone: boolean }) {
  const { edit } = useBoardWorld();
  const openMenu = useCardMenu();
  const isOpen = useOpenCardId() === card.id;
  return (
    <div className="kcard-inside" data-open={isOpen || undefined}>
      <CardFace
        card={card}
        isDone={isDone}
        title={<p className="kcard-title">{title}</p>}
        buttons={
          edit && (
            <span className="kcard-buttons">
              <Button
                slot="drag"
                className="btn quiet sm icon-only grip"
                aria-label={words.dragHandle(title)}
              >
                <GripVertical className="icon" aria-hidden="true" />
              </Button>
              <Button
                className="btn quiet sm icon-only"
                aria-label={words.cardActions(title)}
                aria-haspopup="menu"
                onPress={({ target }) => openMenu(card.id, target)}
              >
                <Ellipsis className="icon" aria-hidden="true" />
              </Button>
            </span>
          )
        }
      />
    </div>
  );
}
