import { useId } from 'react';
import { commentEntry as words } from '#shared/documents/comment/comment-entry.fr.ts';
import { useCardMarks } from '../parts/card-marks.ts';
import { LateFailure } from '../parts/late-failure.tsx';
import { useLate } from '../use-late.ts';
import type { CardCommentsProps } from './card-comments.tsx';

const load = () => import('./card-comments.tsx');

/** The comments of the open card, once its board is alive. */
export function CardDiscussion({
  cardId,
  live,
}: {
  cardId: string;
  live: Omit<CardCommentsProps, 'cardId'> | null;
}) {
  const id = useId();
  const count = useCardMarks().comments.get(cardId);
  const { Part: CardComments, hasFailed, retry } = useLate(live !== null, load);
  return (
    <section aria-labelledby={id}>
      <h3 className="row" id={id}>
        {words.title}
        {count && <span className="muted small font-normal">{words.count(count.comments)}</span>}
      </h3>
      {live && CardComments ? (
        <CardComments key={cardId} cardId={cardId} {...live} />
      ) : hasFailed ? (
        <LateFailure words={words} onRetry={retry} />
      ) : (
        live && <p className="muted small">{words.loading}</p>
      )}
    </section>
  );
}
