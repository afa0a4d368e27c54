import { inFrench } from '#shared/kernel/text/order.ts';
import { type AnswerValue, countAnswers } from '#shared/meetings/meeting/answer.ts';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = meeting.who;

export interface ShownInvitee extends PersonBadge {
  readonly answer: AnswerValue | null;
  readonly note: string | null;
  readonly isInvited: boolean;
}

interface WhoComesProps {
  readonly invitees: readonly ShownInvitee[];
  readonly canManage: boolean;
  readonly isAnswerable: boolean;
}

/** What each member said, by organisation, and for facilitators the gestures that ask again. */
export function WhoComes({ invitees, canManage, isAnswerable }: WhoComesProps) {
  const counts = countAnswers(invitees);
  const notInvited = invitees.filter(({ isInvited }) => !isInvited).length;
  return (
    <section className="plate" aria-labelledby="who">
      <header>
        <h2 id="who">{words.title}</h2>
        <span className="muted">{words.counts(counts)}</span>
      </header>
      {invitees.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <p className="muted small mb-3">{counts.none === 0 ? words.all : words.waiting(counts.none)}</p>
      )}
      {canManage && isAnswerable && (counts.none > 0 || notInvited > 0) && (
        <div className="stack mb-4">
          {notInvited > 0 && (
            <>
              <p className="small">{words.notInvited(notInvited)}</p>
              <PostButton fields={{ intent: 'invite' }}>{words.invite(notInvited)}</PostButton>
            </>
          )}
          {counts.none > 0 && notInvited < invitees.length && (
            <>
              <PostButton fields={{ intent: 'remind' }} describedBy="remind-hint">
                {words.remind}
              </PostButton>
              <p className="muted xs" id="remind-hint">
                {words.remindHint}
              </p>
            </>
          )}
        </div>
      )}
      <ul className="ruled small">
        {sectionsOf(invitees).map(({ organisation, people }) => (
          <li key={organisation?.id ?? 'none'}>
            {organisation ? <City {...organisation} /> : <strong>{words.withoutOrganisation}</strong>}
            <ul className="meeting-people">
              {people.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person: { name, organisation, answer, note } }: { person: ShownInvitee }) {
  return (
    <li>
      <p className="row nowrap">
        <span className="person">
          <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} isSmall />
          {name}
        </span>
        <span className={answer ? 'push nowrap' : 'push nowrap muted'}>
          {answer ? meeting.said[answer] : words.noAnswer}
        </span>
      </p>
      {note && <p className="muted">{note}</p>}
    </li>
  );
}

/** Cities first, then partners, then people without organisation. */
function sectionsOf(invitees: readonly ShownInvitee[]) {
  const sections = new Map<string, { organisation: PersonBadge['organisation']; people: ShownInvitee[] }>();
  for (const person of invitees) {
    const key = person.organisation?.id ?? '';
    const section = sections.get(key) ?? { organisation: person.organisation, people: [] };
    section.people.push(person);
    sections.set(key, section);
  }
  const rank = ({ organisation }: { organisation: PersonBadge['organisation'] }) =>
    organisation?.colour ? 0 : organisation ? 1 : 2;
  return [...sections.values()].sort(
    (a, b) => rank(a) - rank(b) || inFrench(a.organisation?.name ?? '', b.organisation?.name ?? ''),
  );
}
