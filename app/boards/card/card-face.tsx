import { Hourglass, ListChecks, MessageSquare, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import { progressOf } from '#shared/boards/card/checklist-progress.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';
import { commentEntry } from '#shared/documents/comment/comment-entry.fr.ts';
import { paths } from '#shared/paths.ts';
import { City } from '../../ui/city.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useCardMarks } from '../parts/card-marks.ts';
import { CardPeople } from '../parts/card-people.tsx';
import { LabelTag } from '../parts/label-tag.tsx';
import { CardFaceFields } from './card-face-fields.tsx';
import { RepeatMark } from './card-repeat.tsx';
import { DueDay, StartDay } from './due-day.tsx';

/** More than that would hide the rest of the card. */
const SHOWN_ORGANISATIONS = 2;

/** What a card shows of itself on the board. `title` and `buttons` are what differs between reading and acting. */
export function CardFace({ card, isDone, title, buttons }: CardFaceProps) {
  const { labels, organisations, today } = useBoardWorld();
  const shown = card.labels.flatMap((id) => labels.get(id) ?? []);
  const isLate = dueStateOf(card.due, today, isDone) === 'late';
  const known = card.organisations.flatMap((id) => organisations.get(id) ?? []);
  const marks = useCardMarks();
  const blockers = marks.blocked.get(card.id);
  const said = marks.comments.get(card.id);
  const { done, total } = progressOf(card);
  const hasDay = card.due !== null || card.start !== null || card.repeat !== null;
  const hasFoot =
    total > 0 || hasDay || card.files.length > 0 || card.assignees.length > 0 || said !== undefined;
  const cover = card.files.find(({ id }) => id === card.cover);
  return (
    <>
      {cover && (
        <img
          className="kcard-cover"
          src={paths.smallFile(cover.id)}
          alt=""
          loading="lazy"
          draggable={false}
          width={cover.width ?? 0}
          height={cover.height ?? 0}
        />
      )}
      {(shown.length > 0 || isLate || blockers || buttons) && (
        <div className="kcard-first">
          <span className="row">
            {shown.map((label) => (
              <LabelTag key={label.id} label={label} />
            ))}
            {isLate && <span className="badge danger">{words.late}</span>}
            {blockers && (
              <span className="badge warning">
                <Hourglass className="icon" aria-hidden="true" />
                {cardRelations.blocked}
              </span>
            )}
          </span>
          {buttons}
        </div>
      )}
      {title}
      {known.length > 0 && (
        <p className="row">
          {known.slice(0, SHOWN_ORGANISATIONS).map(({ id, name, colour }) => (
            <City key={id} name={name} colour={colour} />
          ))}
          {known.length > SHOWN_ORGANISATIONS && (
            <span className="muted">{words.moreOrganisations(known.length - SHOWN_ORGANISATIONS)}</span>
          )}
        </p>
      )}
      <CardFaceFields card={card} />
      {hasFoot && (
        <p className="foot muted">
          <span className="row">
            {total > 0 && (
              <span className="steps-done">
                <ListChecks className="icon" aria-hidden="true" />
                <span aria-hidden="true">{words.checklistProgress(done, total)}</span>
                <span className="vh">{words.checklistSpoken(done, total)}</span>
              </span>
            )}
            {said && (
              <span className="steps-done">
                <MessageSquare className="icon" aria-hidden="true" />
                <span aria-hidden="true">{said.comments}</span>
                <span className="vh">{commentEntry.count(said.comments)}</span>
                {said.unread > 0 && <span className="badge info">{commentEntry.unread(said.unread)}</span>}
              </span>
            )}
            {card.files.length > 0 && (
              <span className="steps-done">
                <Paperclip className="icon" aria-hidden="true" />
                <span aria-hidden="true">{card.files.length}</span>
                <span className="vh">{words.filesCount(card.files.length)}</span>
              </span>
            )}
            {card.start && (card.start > today || !card.due) && <StartDay start={card.start} today={today} />}
            {card.due && <DueDay due={card.due} today={today} isDone={isDone} />}
            {card.repeat && <RepeatMark repeat={card.repeat} />}
          </span>
          {card.assignees.length > 0 && <CardPeople ids={card.assignees} />}
        </p>
      )}
    </>
  );
}

interface CardFaceProps {
  readonly card: Card;
  /** The card stands in a column of finished things. */
  readonly isDone: boolean;
  readonly title: ReactNode;
  readonly buttons?: ReactNode;
}
