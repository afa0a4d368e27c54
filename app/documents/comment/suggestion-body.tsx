import { Check, X } from 'lucide-react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { FoundPassage } from '#shared/documents/comment/passage.ts';
import type { SuggestionIntent, ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { ThreadWorld } from './thread-world.ts';

type Suggestion = NonNullable<ThreadJson['suggestion']>;

/** What is proposed, against what stands there, and the decision: by those who write, or by its author to take it back. */
export function SuggestionBody({
  thread: { id, author },
  suggestion,
  found,
  world,
}: {
  thread: ThreadJson;
  suggestion: Suggestion;
  found: FoundPassage | null;
  world: ThreadWorld;
}) {
  const { original, proposed, state, decidedAt, decidedBy, isApplied } = suggestion;
  const hasChanged = state === 'open' && (!found || found.text !== original);
  const decides = canInDocument(world, 'document.decideSuggestion');
  const isOwn = author?.id === world.me.id;
  const decide = (intent: SuggestionIntent, said: string, undo?: SuggestionIntent) => () =>
    void world.act({ intent, threadId: id }, { said, ...(undo && { undo: { intent: undo, threadId: id } }) });
  const by = decidedBy?.name ?? words.formerMember;
  return (
    <>
      <p className="body">
        {original && (
          <del>
            <span className="vh">{words.deletion}</span>
            {original}
          </del>
        )}{' '}
        {proposed && (
          <ins>
            <span className="vh">{words.insertion}</span>
            {proposed}
          </ins>
        )}
      </p>
      {hasChanged && (
        <div className="note warning small">
          <div>
            <p>
              <strong>{words.changed}.</strong> {words.changedHint}
            </p>
            <dl className="compared">
              <dt>{words.wasThere}</dt>
              <dd>{original || words.nothing}</dd>
              <dt>{words.isThere}</dt>
              <dd>{found?.text || words.nothing}</dd>
            </dl>
          </div>
        </div>
      )}
      {state === 'accepted' && !isApplied && (
        <p className="row">
          <span className="warning small">{words.notApplied}</span>
          {decides && (
            <button className="btn sm" type="button" onClick={decide('accept', words.accepted, 'openAgain')}>
              {words.apply}
            </button>
          )}
        </p>
      )}
      {state !== 'open' && decidedAt && (
        <p className="muted xs">
          {words.decidedBy[state](by, dates.relative(new Date(decidedAt), world.now))}
        </p>
      )}
      {state === 'open' && decides && (
        <p className="row">
          {!hasChanged && (
            <button className="btn sm" type="button" onClick={decide('accept', words.accepted, 'openAgain')}>
              <Check className="icon" aria-hidden="true" />
              {words.accept}
            </button>
          )}
          <button
            className="btn quiet sm"
            type="button"
            onClick={decide('refuse', words.refused, 'openAgain')}
          >
            <X className="icon" aria-hidden="true" />
            {words.refuse}
          </button>
        </p>
      )}
      {state === 'open' && isOwn && !decides && (
        <p className="row">
          <button
            className="btn quiet sm"
            type="button"
            onClick={decide('withdraw', words.withdrawn, 'openAgain')}
          >
            {words.withdraw}
          </button>
        </p>
      )}
      {state !== 'open' &&
        (decides || (isOwn && state === 'withdrawn')) &&
        (isApplied || state !== 'accepted') && (
          <p className="row">
            <button className="btn quiet sm" type="button" onClick={decide('openAgain', words.reopened)}>
              {words.reopen}
            </button>
          </p>
        )}
    </>
  );
}
