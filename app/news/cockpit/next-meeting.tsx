import { Link } from 'react-router';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { AnswerValue } from '#shared/meetings/meeting/answer.ts';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { paths } from '#shared/paths.ts';

/** What a card says of the next meeting; `minutes` are those of its agenda. */
export interface NextMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly items: number;
  readonly minutes: number;
  readonly coming: number;
  /** What the reader answered. */
  readonly mine: AnswerValue | null;
}

/** The next meeting, in a card: when, what, how many say that they come, and the way in. */
export function NextMeetingCard({
  meeting,
  now,
  group,
}: {
  meeting: NextMeeting;
  now: Date;
  group?: string;
}) {
  const { id, title, startsAt, place, items, minutes, coming, mine } = meeting;
  return (
    <section className="card meet" aria-labelledby="next-meeting">
      <h2 id="next-meeting" className="over text-sm">
        {words.next}
      </h2>
      <time dateTime={startsAt.toISOString()}>{dates.ahead(startsAt, now)}</time>
      <p>
        <strong>{title}</strong>
        {group && (
          <>
            <br />
            <span className="muted small">{group}</span>
          </>
        )}
      </p>
      <p className="muted small">
        {words.agenda(items, minutes)} {place}
      </p>
      <p className="muted small">{words.coming(coming)}</p>
      <p>
        <Link className="btn wide-s" to={paths.meeting({ id, title })}>
          {words.open}
        </Link>
      </p>
      {mine && (
        <p className="muted small">
          {words.mine[mine]} <Link to={paths.meeting({ id, title })}>{words.changeAnswer}</Link>
        </p>
      )}
    </section>
  );
}

/** A meeting as every member sees it: who has not answered is for those who facilitate. */
export function withoutNames({
  id,
  title,
  startsAt,
  place,
  items,
  minutes,
  coming,
  mine,
}: NextMeeting): NextMeeting {
  return { id, title, startsAt, place, items, minutes, coming, mine };
}

/** No meeting is planned; those who facilitate may plan one. */
export function NoMeeting({
  group: { id, name, role },
}: {
  group: { readonly id: string; readonly name: string; readonly role: GroupRole };
}) {
  return (
    <section className="card meet" aria-labelledby="next-meeting">
      <h2 id="next-meeting" className="over text-sm">
        {words.next}
      </h2>
      <p>{words.noNext}</p>
      {canInGroup(role, 'group.facilitate') && (
        <p>
          <Link className="btn wide-s" to={paths.newMeeting({ id, title: name })}>
            {words.plan}
          </Link>
        </p>
      )}
    </section>
  );
}
