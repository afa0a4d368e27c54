import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Column } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardStructure as structure } from '#shared/boards/board-structure.fr.ts';
import { WHOLE } from '#shared/boards/view/lanes.ts';
import { SelectField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { ColumnField } from '../column/column-field.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { laneChoices } from '../parts/lane-names.ts';
import { placeOf } from '../parts/places.ts';

type Position = keyof typeof boardPage.positions;
const POSITIONS: readonly Position[] = ['first', 'last', 'before', 'after'];

/** « Déplacer vers… » : the same as dragging, in two choices. */
export default function MoveDialog({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const id = useId();
  const world = useBoardWorld();
  const { view, edit, arrangement } = world;
  const { by } = arrangement.look;
  const shownIn = arrangement.placeOf(cardId)?.lane;
  const [lane, setLane] = useState(shownIn?.id ?? WHOLE);
  const { columns } = view.getBoard();
  const place = placeOf(view.getBoard(), cardId);
  const [columnId, setColumnId] = useState(place?.column.id ?? '');
  const [position, setPosition] = useState<Position>('last');
  const [reference, setReference] = useState('');
  if (!place || !edit) return null;
  const column = columns.find((candidate) => candidate.id === columnId) ?? place.column;
  const others = column.cards.filter((card) => card.id !== cardId);
  const beside = others.find((card) => card.id === reference) ?? others[0];
  const lanes = by === null ? [] : laneChoices(view.getBoard(), by, world);
  if (shownIn && !lanes.some(({ id }) => id === shownIn.id)) {
    lanes.push({ id: shownIn.id, name: arrangement.laneName(shownIn.id) });
  }
  const isBeside = position === 'before' || position === 'after';

  function move() {
    const to = {
      columnId: column.id,
      index: rankOf(position, others, beside?.id),
      lane: by === null || !shownIn ? undefined : lane,
    };
    if (!edit?.actions.move(cardId, to).ok) return;
    onClose();
  }

  return (
    <Dialog title={words.moveCardTo(place.card.title || words.untitledCard)} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <ColumnField columns={columns} value={column.id} onChange={setColumnId} />
        {by !== null && shownIn && (
          <SelectField
            label={structure.lane}
            name="lane"
            id={`${id}lane`}
            value={lane}
            onChange={(event) => setLane(event.target.value)}
          >
            {lanes.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={words.position}
          name="position"
          id={`${id}position`}
          value={position}
          onChange={(event) => setPosition(POSITIONS.find((known) => known === event.target.value) ?? 'last')}
        >
          {POSITIONS.map((value) => (
            <option
              key={value}
              value={value}
              disabled={others.length === 0 && (value === 'before' || value === 'after')}
            >
              {boardPage.positions[value]}
            </option>
          ))}
        </SelectField>
        {isBeside && beside && (
          <SelectField
            label={boardPage.referenceCard}
            name="reference"
            id={`${id}reference`}
            value={beside.id}
            onChange={(event) => setReference(event.target.value)}
          >
            {others.map(({ id: value, title }) => (
              <option key={value} value={value}>
                {title || words.untitledCard}
              </option>
            ))}
          </SelectField>
        )}
        <FormActions cancel={words.cancel} submit={words.move} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** The rank among the other cards of the column; undefined for the end. */
function rankOf(
  position: Position,
  others: Column['cards'],
  reference: string | undefined,
): number | undefined {
  const index = others.findIndex(({ id }) => id === reference);
  if (position === 'first') return 0;
  if (position === 'last' || index < 0) return undefined;
  return position === 'before' ? index : index + 1;
}
