import { Unlink } from 'lucide-react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { nameOf, Signature } from '../../realtime/comment/comment-line.tsx';
import { ThreadBox } from '../../realtime/comment/thread-box.tsx';
import { SuggestionBody } from './suggestion-body.tsx';
import type { PlacedThread } from './thread-order.ts';
import type { ThreadWorld } from './thread-world.ts';

/** A thread in the margin of a document: the passage, or what is proposed for it, and the discussion. */
export function ThreadCard({
  placed: { thread, found },
  isCurrent,
  world,
}: {
  placed: PlacedThread;
  isCurrent: boolean;
  world: ThreadWorld;
}) {
  const { id, suggestion, passage } = thread;
  const author = nameOf(thread);
  return (
    <ThreadBox
      thread={thread}
      label={suggestion ? words.suggestionBy(author) : words.threadBy(author)}
      isCurrent={isCurrent}
      isSuggestion={suggestion !== null}
      world={world}
      marks={
        <>
          {suggestion && (
            <span className={`badge ${STATES[suggestion.state]}`}>{words.states[suggestion.state]}</span>
          )}
          {!found && (
            <span className="badge warning" title={words.orphanHint}>
              <Unlink className="icon" aria-hidden="true" />
              {words.orphan}
            </span>
          )}
        </>
      }
      subject={
        suggestion ? (
          <>
            <Signature person={thread.author} told={thread.told} at={thread.createdAt} now={world.now} />
            <SuggestionBody thread={thread} suggestion={suggestion} found={found} world={world} />
          </>
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
        )
      }
    />
  );
}

const STATES = { open: 'info', accepted: 'success', refused: 'danger', withdrawn: '' } as const;
