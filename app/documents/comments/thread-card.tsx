import { uuidv4 } from 'lib0/random';
import { Check, Link2, Unlink } from 'lucide-react';
import { useRef, useState } from 'react';
import { canInDocument } from '#shared/access.ts';
import { mayResolve } from '#shared/document/comment.ts';
import { comment as words } from '#shared/messages/fr/comment.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentLine, Signature } from './comment-line.tsx';
import { SuggestionBody } from './suggestion-body.tsx';
import type { PlacedThread } from './thread-order.ts';
import type { ThreadWorld } from './thread-world.ts';

/** A thread in the margin: what it is about, what was said, and what one may do with it. */
export function ThreadCard({
  placed: { thread, found },
  isCurrent,
  world,
}: {
  placed: PlacedThread;
  isCurrent: boolean;
  world: ThreadWorld;
}) {
  const [isReplying, setReplying] = useState(false);
  const reply = useRef(uuidv4());
  const { id, suggestion, passage, resolved } = thread;
  const author = thread.author?.name ?? words.formerMember;
  const mayComment = canInDocument(world, 'document.comment');
  const maySettle = mayResolve(
    { by: world.me.id, access: world.access },
    { authorId: thread.author?.id ?? null },
  );
  const first = thread.comments.find(({ isDeleted }) => !isDeleted);
  const label = suggestion ? words.suggestionBy(author) : words.threadBy(author);
  const settle = resolved
    ? () =>
        world.act(
          { intent: 'reopen', threadId: id },
          { said: words.reopened, undo: { intent: 'resolve', threadId: id } },
        )
    : () =>
        world.act(
          { intent: 'resolve', threadId: id },
          { said: words.resolved, undo: { intent: 'reopen', threadId: id } },
        );
  return (
    <article
      className={['thread', isCurrent && 'on', suggestion && 'suggested'].filter(Boolean).join(' ')}
      id={`fil-${id}`}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={-1}
      onClick={() => world.select(id)}
      onKeyDown={undefined}
      onFocus={({ target, currentTarget }) => {
        if (target !== currentTarget) world.select(id);
      }}
    >
      <p className="vh" id={`fil-${id}-resume`}>
        {first ? words.introduced(label, first.body) : label}
      </p>
      <p className="thread-marks">
        {thread.isUnread && <span className="badge info">{words.isUnread}</span>}
        {suggestion && (
          <span className={`badge ${STATES[suggestion.state]}`}>{words.states[suggestion.state]}</span>
        )}
        {!found && (
          <span className="badge warning" title={words.orphanHint}>
            <Unlink className="icon" aria-hidden="true" />
            {words.orphan}
          </span>
        )}
      </p>
      {suggestion && <Signature person={thread.author} at={thread.createdAt} now={world.now} />}
      {suggestion ? (
        <SuggestionBody thread={thread} suggestion={suggestion} found={found} world={world} />
      ) : (
        passage.quote && (
          <blockquote>
            {found ? (
              <button type="button" className="quote" title={words.goTo} onClick={() => world.goTo(id)}>
                {passage.quote}
              </button>
            ) : (
              passage.quote
            )}
          </blockquote>
        )
      )}
      {thread.comments.map((comment) => (
        <CommentLine key={comment.id} comment={comment} world={world} />
      ))}
      {resolved && (
        <p className="muted xs">
          {words.resolvedBy(
            resolved.by?.name ?? words.formerMember,
            dates.relative(new Date(resolved.at), world.now),
          )}
        </p>
      )}
      {isReplying ? (
        <CommentForm
          label={words.replyLabel}
          submit={words.send}
          draftKey={world.draftKey(id)}
          loadPeople={world.store.people}
          onSend={(body, mentions) =>
            world.store.send({ intent: 'reply', threadId: id, commentId: reply.current, body, mentions })
          }
          onDone={() => {
            reply.current = uuidv4();
            setReplying(false);
            void world.act({ intent: 'read', threadIds: [id] }, { said: words.sent });
          }}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <p className="thread-actions">
          {mayComment && (
            <button
              className={suggestion ? 'btn quiet sm' : 'btn sm'}
              type="button"
              onClick={() => setReplying(true)}
            >
              {words.reply}
            </button>
          )}
          {!suggestion && maySettle && (
            <button className="btn quiet sm" type="button" onClick={() => void settle()}>
              <Check className="icon" aria-hidden="true" />
              {resolved ? words.reopen : words.resolve}
            </button>
          )}
          <button
            className="btn quiet sm icon-only push"
            type="button"
            aria-label={words.copyLink}
            title={words.copyLink}
            onClick={() => world.copyLink(id)}
          >
            <Link2 className="icon" aria-hidden="true" />
          </button>
        </p>
      )}
    </article>
  );
}

const STATES = { open: 'info', accepted: 'success', refused: 'danger', withdrawn: '' } as const;
