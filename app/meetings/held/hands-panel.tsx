import { Hand as HandIcon, Mic } from 'lucide-react';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = meetingHeld.hands;

interface HandsPanelProps {
  readonly hands: readonly (PersonBadge & { readonly raisedAt: Date; readonly floorAt: Date | null })[];
  readonly me: { readonly id: string } | null;
  readonly isOpen: boolean;
  readonly can: { readonly run: boolean; readonly attend: boolean };
  readonly now: Date;
}

/** Who speaks, who waits to, and one's own hand. */
export function HandsPanel({ hands, me, isOpen, can, now }: HandsPanelProps) {
  if (!isOpen) return null;
  const waiting = hands.filter(({ floorAt }) => floorAt === null);
  const rankOf = (id: string | undefined) => waiting.findIndex((hand) => hand.id === id) + 1;
  const mine = hands.find(({ id }) => id === me?.id);
  const minutesOf = (since: Date) => Math.floor((now.getTime() - since.getTime()) / 60_000);
  return (
    <section aria-labelledby="parole" className="held-part">
      <h2 id="parole">{words.title}</h2>
      {hands.length === 0 && <p className="muted small">{words.none}</p>}
      <ol className="stack small">
        {hands.map(({ id, name, organisation, raisedAt, floorAt }) => (
          <li key={id} className={floorAt ? 'held-hand floor' : 'held-hand'}>
            <strong>{floorAt ? <Mic className="icon" aria-hidden="true" /> : rankOf(id)}</strong>
            <span className="person">
              <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} isSmall />
              {name}
            </span>
            <span className="muted push">{floorAt ? words.has : words.minutes(minutesOf(raisedAt))}</span>
            {can.run && (
              <span className="row held-gestures">
                {!floorAt && (
                  <PostButton fields={{ intent: 'floor', user: id }} label={words.give + words.giveTo(name)}>
                    {words.give}
                  </PostButton>
                )}
                {id !== me?.id && (
                  <PostButton
                    fields={{ intent: 'unhand', user: id }}
                    className="btn quiet sm"
                    label={words.take + words.takeFrom(name)}
                  >
                    {words.take}
                  </PostButton>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {can.attend && (
        <div className="mt-3">
          <div role="status">
            {mine && <p className="small mb-2">{mine.floorAt ? words.yours : words.rank(rankOf(mine.id))}</p>}
          </div>
          <PostButton fields={{ intent: mine ? 'lower' : 'raise' }} className="btn sm wide-s">
            <HandIcon className="icon" aria-hidden="true" />
            {mine ? (mine.floorAt ? words.done : words.lower) : words.raise}
          </PostButton>
        </div>
      )}
    </section>
  );
}
