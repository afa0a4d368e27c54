import { CircleCheck, Mail } from 'lucide-react';
import { Form, Link } from 'react-router';
import type { LinkingCard } from '#shared/boards/card/linking-card.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { paths } from '#shared/paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

/** Boards where a request may be followed, by group. */
export interface RequestPlace {
  readonly group: { readonly id: string; readonly name: string };
  readonly boards: readonly { readonly id: string; readonly title: string }[];
}

/** [DN12] The cards of requests, with where they stand. */
export function RequestList({ cards }: { cards: readonly LinkingCard[] }) {
  return (
    <ul className="ruled">
      {cards.map(({ boardId, boardTitle, cardId, title, columnName, isDone }) => (
        <li key={`${boardId}/${cardId}`}>
          <Link to={paths.boardCard({ id: boardId, title: boardTitle }, cardId)}>{title}</Link>
          <p className="small row">
            <span className={isDone ? 'badge success' : 'badge info'}>
              {isDone && <CircleCheck className="icon" aria-hidden="true" />}
              {isDone ? words.cardDone : columnName}
            </span>
            <span className="muted">{boardTitle}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Asks the producer: makes a card on a board of one's own. */
export function RequestForm({
  places,
  title,
  error,
}: {
  places: readonly RequestPlace[];
  title: string;
  error: string | undefined;
}) {
  if (places.length === 0) return <p className="muted">{words.askNoBoard}</p>;
  return (
    <Form method="post" className="mt-4" aria-labelledby="ask">
      <h3 id="ask" className="mb-3">
        {words.ask}
      </h3>
      <SelectField label={words.askBoard} name="boardId" error={error}>
        {places.map(({ group, boards }) => (
          <optgroup key={group.id} label={group.name}>
            {namedOptions(boards)}
          </optgroup>
        ))}
      </SelectField>
      <TextField label={words.askTitle} name="title" defaultValue={title} autoComplete="off" />
      <p className="mt-4">
        <button className="btn" type="submit" name="intent" value="request">
          <Mail className="icon" aria-hidden="true" />
          {words.askSubmit}
        </button>
      </p>
      <p className="muted small mt-3">{words.askLaw}</p>
    </Form>
  );
}
