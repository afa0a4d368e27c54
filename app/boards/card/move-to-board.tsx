import { useEffect, useId, useState } from 'react';
import { useFetcher, useNavigate } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { CARD_PROPERTIES, SETS } from '#shared/boards/card/property/card-properties.ts';
import { paths } from '#shared/paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { placeOf } from '../parts/places.ts';

const text = boardGestures.toBoard;

/** What `routes/board-card-move.tsx` answers to the question where a card may go. */
export interface MoveChoices {
  readonly destinations: readonly {
    readonly group: { readonly id: string; readonly name: string };
    readonly boards: readonly { readonly id: string; readonly title: string }[];
    /** Who would see the card there. */
    readonly audience: {
      readonly count: number;
      readonly peopleIds: readonly string[];
      readonly organisationIds: readonly string[];
    };
  }[];
}

/** What it answers once the card has gone, or why it has not. */
export type MoveAnswer =
  | { readonly moved: { readonly board: { id: string; title: string }; readonly cardId: string } }
  | { readonly error: string };

/** Moves a card to another board: first what goes along and who will see it, then the move. */
export default function MoveToBoardDialog({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const id = useId();
  const { board, view } = useBoardWorld();
  const notify = useToast();
  const navigate = useNavigate();
  const choices = useFetcher<MoveChoices>();
  const mover = useFetcher<MoveAnswer>();
  const [toBoardId, setToBoardId] = useState('');
  const path = paths.boardCardMove(board);
  const { load } = choices;
  useEffect(() => {
    load(path);
  }, [load, path]);
  const answer = mover.state === 'idle' ? mover.data : undefined;
  const moved = answer && 'moved' in answer ? answer.moved : null;
  useEffect(() => {
    if (!moved) return;
    const open = () => navigate(paths.boardCard(moved.board, moved.cardId));
    notify({ text: text.done(moved.board.title), action: { label: text.open, onPress: open } });
    onClose();
  }, [moved, notify, navigate, onClose]);

  const [card] = useState(() => placeOf(view.getBoard(), cardId)?.card);
  if (!card) return null;
  const destinations = choices.data?.destinations;
  const chosen = destinations?.find(({ boards }) => boards.some((one) => one.id === toBoardId));
  return (
    <Dialog title={text.title(card.title || words.untitledCard)} isOpen onClose={onClose}>
      <mover.Form method="post" action={path}>
        <input type="hidden" name="cardId" value={cardId} />
        {!destinations && <p role="status">{text.loading}</p>}
        {destinations?.length === 0 && <p>{text.nowhere}</p>}
        {destinations && destinations.length > 0 && (
          <SelectField
            label={text.board}
            name="toBoardId"
            id={`${id}board`}
            value={toBoardId}
            error={answer && 'error' in answer ? answer.error : undefined}
            onChange={(event) => setToBoardId(event.target.value)}
          >
            <option value="">{text.choose}</option>
            {destinations.map(({ group, boards }) => (
              <optgroup key={group.id} label={group.name}>
                {namedOptions(boards)}
              </optgroup>
            ))}
          </SelectField>
        )}
        {chosen && <Consequences card={card} destination={chosen} />}
        <div className="actions">
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit" disabled={!chosen || mover.state !== 'idle'}>
            {words.move}
          </button>
        </div>
      </mover.Form>
    </Dialog>
  );
}

function Consequences({
  card,
  destination,
}: {
  card: Card;
  destination: MoveChoices['destinations'][number];
}) {
  const world = useBoardWorld();
  const { group, audience } = destination;
  const there = { people: audience.peopleIds, organisations: audience.organisationIds };
  const lost = SETS.flatMap((key) => {
    const { of } = CARD_PROPERTIES[key];
    const gone = of === 'labels' ? [] : card[key].filter((one) => !there[of].includes(one));
    return gone.flatMap((one) => world[of].get(one)?.name || []);
  });
  return (
    <div className="mt-3" role="status">
      <ul>
        <li>{text.seenBy(group.name, audience.count)}</li>
        <li>{text.travels}</li>
        <li>{text.stays}</li>
        {lost.length > 0 && <li>{text.lost(lost)}</li>}
      </ul>
    </div>
  );
}
