import { uuidv4 } from 'lib0/random';
import { Check, Link2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { mayResolve } from '#shared/documents/comment/comment.ts';
import type { DiscussionJson } from '#shared/documents/comment/thread-wire.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentLine } from './comment-line.tsx';
import type { DiscussionWorld } from './discussion-world.ts';

interface ThreadBoxProps {
  readonly thread: DiscussionJson;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly world: DiscussionWorld;
  /** Badges beside « Non lu ». */
  readonly marks?: ReactNode;
  /** What the thread is about, when that must be said. */
  readonly subject?: ReactNode;
  /** Its outcome is decided elsewhere: there is nothing to resolve. */
  readonly isSuggestion?: boolean;
}

/** A thread: what it is about, what was said, and what one may do with it. */
export function ThreadBox({
  thread,
  label,
  isCurrent,
  world,
  marks,
  subject,
  isSuggestion = false,
}: ThreadBoxProps) {
  const [isReplying, setReplying] = useState(false);
  const reply = useRef(uuidv4());
  const { id, resolved } = thread;
  const mayComment = world.access !== 'read';
  const maySettle = mayResolve(
    { by: world.me.id, access: world.access },
    { authorId: thread.author?.id ?? null },
  );
  const first = thread.comments.find(({ isDeleted }) => !isDeleted);
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
      className={['thread', isCurrent && 'on', isSuggestion && 'suggested'].filter(Boolean).join(' ')}
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
        {marks}
      </p>
      {subject}
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
              className={isSuggestion ? 'btn quiet sm' : 'btn sm'}
              type="button"
              onClick={() => setReplying(true)}
            >
              {words.reply}
            </button>
          )}
          {!isSuggestion && maySettle && (
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
