import { useMemo } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { CommentForm } from '../../realtime/comment/comment-form.tsx';
import { type Composing, draftOf } from './composer.ts';
import { SuggestionForm } from './suggestion-form.tsx';
import type { ThreadWorld } from './thread-world.ts';

/** A new thread, or a new suggestion, while it is written. */
export function Composer({
  composing,
  world,
  onDone,
}: {
  composing: Composing;
  world: ThreadWorld;
  onDone: () => void;
}) {
  const { kind, json, original, proposed, threadId, commentId } = composing;
  const draft = useMemo(() => draftOf(composing), [composing]);
  const key = world.draftKey('nouveau');
  const title = kind === 'comment' ? words.new : words.newSuggestion;
  return (
    <section className="thread on" aria-label={title}>
      <h3 className="small">{title}</h3>
      <p className="vh" id="fil-nouveau-resume">
        {title}
      </p>
      {json.quote && <blockquote>{json.quote}</blockquote>}
      {kind === 'comment' ? (
        <CommentForm
          label={words.bodyLabel}
          submit={words.send}
          draftKey={key}
          draft={draft}
          loadPeople={world.store.people}
          onSend={(body, mentions) =>
            world.store.send({ intent: 'start', threadId, commentId, passage: json, body, mentions })
          }
          onDone={onDone}
          onCancel={onDone}
        />
      ) : (
        <SuggestionForm
          draftKey={key}
          draft={draft}
          original={original}
          proposed={proposed}
          onSend={(words, note) =>
            world.store.send({
              intent: 'suggest',
              threadId,
              passage: json,
              original,
              proposed: words,
              note: note.trim() === '' ? null : { commentId, body: note, mentions: [] },
            })
          }
          onDone={onDone}
          onCancel={onDone}
        />
      )}
    </section>
  );
}
