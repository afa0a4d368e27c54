import { Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { CommentJson, ToldBy } from '#shared/documents/comment/thread-wire.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { When } from '../when.tsx';
import { CommentForm } from './comment-form.tsx';
import type { DiscussionWorld } from './discussion-world.ts';

/** Who wrote something, of which organisation, and when; « Ancien membre » for an account that is gone. Of what came in a file, whom it names. */
export function Signature({
  person: known,
  told = null,
  at,
  now,
  edited = null,
  children,
}: {
  person: PersonBadge | null;
  told?: ToldBy | null;
  at: string;
  now: Date;
  edited?: string | null;
  children?: ReactNode;
}) {
  const person = told?.by ? null : known;
  const name = nameOf({ author: known, told });
  return (
    <div className="signature">
      <Avatar letters={initialsOf(name)} colour={person?.organisation?.colour ?? 0} label={null} isSmall />
      <p>
        <strong>{name}</strong>
      </p>
      {person?.organisation && (
        <p className="of">
          <City {...person.organisation} />
        </p>
      )}
      {told && <p className="of muted xs break-words">{words.importedFrom(told.from)}</p>}
      <p className="muted xs when">
        <When at={new Date(at)} now={now} />
        {edited && <span title={words.editedAt(dates.exact(new Date(edited)))}>, {words.edited}</span>}
      </p>
      {children}
    </div>
  );
}

/** The name under which something was said. */
export function nameOf({ author, told }: Pick<CommentJson, 'author' | 'told'>): string {
  return told?.by || (author?.name ?? words.formerMember);
}

/** One comment of a thread; its author changes it where it stands, or takes it away. */
export function CommentLine({ comment, world }: { comment: CommentJson; world: DiscussionWorld }) {
  const [isEditing, setEditing] = useState(false);
  const { id, author, told, body, isDeleted, mentions } = comment;
  const isOwn = author?.id === world.me.id && !isDeleted && world.access !== 'read';
  return (
    <div className="said">
      <Signature
        person={author}
        told={told}
        at={comment.createdAt}
        now={world.now}
        edited={isDeleted ? null : comment.editedAt}
      >
        {isOwn && !isEditing && (
          <MenuButton
            className="btn quiet sm icon-only"
            label={words.actions(nameOf(comment))}
            actions={[
              // What somebody else said in a file stays as they said it.
              ...(told?.by ? [] : [{ id: 'edit', label: words.edit, onAction: () => setEditing(true) }]),
              {
                id: 'delete',
                label: words.delete,
                onAction: () =>
                  void world.act(
                    { intent: 'delete', commentId: id },
                    { said: words.deleted, undo: { intent: 'restore', commentId: id } },
                  ),
              },
            ]}
          >
            <Ellipsis className="icon" aria-hidden="true" />
          </MenuButton>
        )}
      </Signature>
      {isEditing ? (
        <CommentForm
          label={words.bodyLabel}
          submit={words.save}
          draftKey={world.draftKey(`commentaire-${id}`)}
          initial={body}
          loadPeople={world.store.people}
          onSend={(next, named) =>
            world.store.send({ intent: 'edit', commentId: id, body: next, mentions: named })
          }
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : isDeleted ? (
        <p className="muted">{words.deletedBody}</p>
      ) : (
        <p className="body">{withMentions(body, mentions)}</p>
      )}
    </div>
  );
}

/** The names that a comment calls stand out. */
function withMentions(body: string, mentions: readonly PersonBadge[]): ReactNode[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: ReactNode[] = [];
  let rest = body;
  while (rest !== '') {
    const places = names.map((name) => ({ name, at: rest.indexOf(name) })).filter(({ at }) => at >= 0);
    const [first] = places.sort((a, b) => a.at - b.at);
    if (!first) break;
    parts.push(rest.slice(0, first.at), <strong key={rest.length}>{first.name}</strong>);
    rest = rest.slice(first.at + first.name.length);
  }
  return [...parts, rest];
}
