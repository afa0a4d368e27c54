import { Archive, ArchiveRestore, ArrowRight, ChevronUp, Link2, X } from 'lucide-react';
import { type ComponentProps, type RefObject, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { CardDependencies as Dependencies } from '#shared/boards/card/dependencies.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { PLATFORM_ID } from '#shared/people/person/platform.ts';
import { useToast } from '../../ui/toast.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { CardChecklists } from './card-checklists.tsx';
import { CardDependencies } from './card-dependencies.tsx';
import { CardDescription } from './card-description.tsx';
import { CardDiscussion } from './card-discussion.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardFields } from './card-fields.tsx';
import { CardLinks } from './card-links.tsx';
import { useMoveDialog } from './card-menu.tsx';
import { CardPast } from './card-past.tsx';
import { CardTitle } from './card-title.tsx';
import { CardFiles } from './file/card-files.tsx';
import { MovedAway } from './moved-away.tsx';

interface CardPanelProps {
  /** Null when the board does not have the card of the address. */
  readonly card: Card | null;
  readonly columnName: string;
  readonly isDone: boolean;
  readonly isArchived: boolean;
  readonly dependencies: Dependencies;
  /** Null until the board is alive. */
  readonly discussion: ComponentProps<typeof CardDiscussion>['live'];
  /** Takes the focus when the panel opens. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The open card: beside the board, or a sheet over it on small screens. Each control writes to the live board. */
export function CardPanel({
  card,
  columnName,
  isDone,
  isArchived,
  dependencies,
  discussion,
  heading,
}: CardPanelProps) {
  const { boardPath, cardPath } = useBoardWorld();
  const navigate = useNavigate();
  const [isRaised, setRaised] = useState(false);
  const where = isArchived ? boardPage.archivedCard : boardPage.cardInColumn(columnName);
  const title = card?.title || words.untitledCard;
  return (
    <aside
      className="side"
      aria-label={words.card}
      data-raised={isRaised || undefined}
      onFocus={({ target }) => {
        // Whoever goes into what the sheet hides must see it.
        if (target.closest('.facts, section')) setRaised(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        navigate(boardPath, { preventScrollReset: true });
      }}
    >
      <div className="row nowrap side-head">
        <h2 className="side-kind" ref={heading} tabIndex={-1}>
          {card ? where : words.card}
        </h2>
        <button
          className="sheet-handle"
          type="button"
          aria-expanded={isRaised}
          onClick={() => setRaised(!isRaised)}
        >
          <span>{boardPage.openCardTitle}</span> <span className="muted small">{columnName}</span>
          <ChevronUp className="icon" aria-hidden="true" />
        </button>
        <span className="push row nowrap">
          {card && <CopyLink path={cardPath(card.id)} />}
          <Link
            className="btn quiet sm icon-only"
            to={boardPath}
            preventScrollReset
            aria-label={words.closeCard}
            title={words.closeCard}
          >
            <X className="icon" aria-hidden="true" />
          </Link>
        </span>
      </div>
      {card ? (
        <>
          <CardTitle card={card} />
          {isArchived && <MovedAway card={card} />}
          <PanelActions card={card} isArchived={isArchived} title={title} />
          <CardFacts card={card} isDone={isDone || isArchived} />
          <CardFields card={card} />
          <CardDescription card={card} />
          <CardChecklists card={card} />
          <CardFiles card={card} />
          <CardDependencies card={card} {...dependencies} />
          <CardLinks card={card} />
          <CardDiscussion cardId={card.id} live={discussion} />
          {discussion && <CardPast cardId={card.id} />}
          <CreatedBy card={card} />
        </>
      ) : (
        <p className="mt-3">{boardPage.cardGone}</p>
      )}
    </aside>
  );
}

function PanelActions({ card, isArchived }: { card: Card; isArchived: boolean; title: string }) {
  const { edit } = useBoardWorld();
  const openMove = useMoveDialog();
  if (!edit) return null;
  return (
    <p className="row side-actions">
      {isArchived ? (
        <button className="btn sm" type="button" onClick={() => edit.actions.restore(card.id)}>
          <ArchiveRestore className="icon" aria-hidden="true" />
          {words.restoreCard}
        </button>
      ) : (
        <>
          <button className="btn sm" type="button" aria-haspopup="dialog" onClick={() => openMove(card.id)}>
            <ArrowRight className="icon" aria-hidden="true" />
            {words.moveTo}
          </button>
          <button className="btn quiet sm" type="button" onClick={() => edit.actions.archive(card.id)}>
            <Archive className="icon" aria-hidden="true" />
            {boardPage.archiveShort}
          </button>
        </>
      )}
    </p>
  );
}

function CopyLink({ path }: { path: string }) {
  const notify = useToast();
  const [canCopy, setCanCopy] = useState(false);
  // Browsers give the clipboard to pages of a safe origin only.
  useEffect(() => setCanCopy('clipboard' in navigator), []);
  if (!canCopy) return null;
  return (
    <button
      className="btn quiet sm icon-only"
      type="button"
      aria-label={boardPage.copyLink}
      title={boardPage.copyLink}
      onClick={async () => {
        await navigator.clipboard.writeText(new URL(path, window.location.href).href);
        notify({ text: boardPage.linkCopied });
      }}
    >
      <Link2 className="icon" aria-hidden="true" />
    </button>
  );
}

function CreatedBy({ card }: { card: Card }) {
  const { people } = useBoardWorld();
  if (!card.createdAt) return null;
  const known = card.createdBy && people.get(card.createdBy)?.name;
  const name = card.createdBy === PLATFORM_ID ? boardGestures.platform : (known ?? boardPage.formerMember);
  return (
    <p className="muted small side-foot">{words.createdBy(name, dates.short(new Date(card.createdAt)))}</p>
  );
}
