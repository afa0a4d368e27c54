import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { partsOfPost } from '#shared/programme/topic/topic.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { MessageField } from './message-field.tsx';

export interface ShownPost {
  readonly id: string;
  readonly rank: number;
  readonly author: PersonBadge | null;
  readonly body: string;
  readonly names: readonly string[];
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly isDeleted: boolean;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
}

interface PostLineProps {
  readonly post: ShownPost;
  readonly people: readonly PersonBadge[];
  /** Of the form that changes it. */
  readonly refusal:
    | { errors: Partial<Record<string, string>>; values: Partial<Record<string, string>> }
    | undefined;
}

/** One message, with what its reader may do with it. */
export function PostLine({ post, people, refusal }: PostLineProps) {
  const { id, rank, author, createdAt, editedAt, isDeleted } = post;
  const name = author?.name ?? words.formerMember;
  return (
    <article className="topic-post" id={`message-${id}`} tabIndex={-1} aria-label={words.number(rank)}>
      <header className="row">
        <span className="person">
          <Avatar
            letters={initialsOf(name)}
            colour={author?.organisation?.colour ?? 0}
            label={null}
            isSmall
          />
          <strong>{name}</strong>
        </span>
        {author?.organisation && <City {...author.organisation} />}
        <span className="muted xs push">
          <time dateTime={createdAt.toISOString()}>{dates.exact(createdAt)}</time>
          {editedAt && !isDeleted && `, ${words.edited(dates.exact(editedAt))}`}
        </span>
      </header>
      {isDeleted ? <p className="muted">{words.deletedBody}</p> : <PostText post={post} />}
      {(post.mayEdit || post.mayDelete) && (
        <div className="row mt-2">
          {post.mayDelete && (
            <PostButton
              fields={{ intent: isDeleted ? 'restore' : 'delete', postId: id }}
              label={isDeleted ? words.restoreOf(rank) : words.deleteOf(rank, name)}
              className="btn quiet sm"
            >
              {isDeleted ? words.restore : words.delete}
            </PostButton>
          )}
          {post.mayEdit && (
            <details className="topic-edit" open={refusal !== undefined}>
              <summary aria-label={words.editOf(rank)}>{words.edit}</summary>
              <Form method="post" noValidate className="mt-2">
                <ErrorSummary title={words.faults} faults={faultsOf(refusal?.errors)} answer={refusal} />
                <input type="hidden" name="intent" value="edit" />
                <input type="hidden" name="postId" value={id} />
                <MessageField
                  label={words.message}
                  id={`body-${id}`}
                  initial={refusal?.values.body ?? post.body}
                  error={refusal?.errors.body}
                  people={people}
                />
                <button className="btn sm mt-3" type="submit">
                  {words.save}
                </button>
              </Form>
            </details>
          )}
        </div>
      )}
    </article>
  );
}

/** [TP1] Plain paragraphs, whose addresses are links that lead out. */
function PostText({ post: { body, names } }: { post: ShownPost }) {
  return partsOfPost(body, names).map((parts, at) => (
    <p key={String(at)} className="topic-text">
      {parts.map(({ is, text }, place) => {
        const key = String(place);
        if (is === 'name') return <strong key={key}>{text}</strong>;
        if (is === 'text') return text;
        return (
          <a key={key} href={text} rel="noopener noreferrer nofollow">
            {text}
          </a>
        );
      })}
    </p>
  ));
}
