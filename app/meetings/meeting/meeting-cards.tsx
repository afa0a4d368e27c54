import { CalendarDays, MapPin, Users } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';

export interface ListedMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly cancelReason: string;
  readonly phase: 'next' | 'running' | 'past' | 'cancelled';
  /** How many accepted points it has. */
  readonly points: number;
  readonly coming: number;
  /** What the reader said. */
  readonly answer: 'yes' | 'maybe' | 'no' | null;
}

/** The meetings that come, the next one first, each with what one needs to go there. */
export function NextMeetings({ meetings }: { meetings: readonly ListedMeeting[] }) {
  return (
    <ul className="ruled">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="meeting-line">
          <p className="meeting-day" aria-hidden="true">
            <b>{words.dayNumber(meeting.startsAt)}</b>
            <span>{words.monthShort(meeting.startsAt)}</span>
          </p>
          <div>
            <p className="row">
              <Link className="font-semibold" to={paths.meeting(meeting)}>
                {meeting.title}
              </Link>
              {meeting.phase === 'running' && <span className="badge success">{words.phases.running}</span>}
            </p>
            <p className="small">
              <time dateTime={meeting.startsAt.toISOString()}>{words.span(meeting)}</time>
            </p>
            <p className="muted small meeting-marks">
              {(meeting.place || meeting.link) && (
                <span>
                  <MapPin className="icon" aria-hidden="true" /> {meeting.place || words.remote}
                </span>
              )}
              <span>
                <CalendarDays className="icon" aria-hidden="true" /> {words.points(meeting.points)}
              </span>
              <span>
                <Users className="icon" aria-hidden="true" /> {words.coming(meeting.coming)}
              </span>
            </p>
          </div>
          <p className="push small">
            {meeting.answer ? (
              <span className={`badge ${TONES[meeting.answer]}`}>{words.answers[meeting.answer]}</span>
            ) : (
              <Link to={`${paths.meeting(meeting)}#answer`} aria-label={words.answerTo(meeting.title)}>
                {words.answerLink}
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const TONES = { yes: 'success', maybe: 'info', no: '' } as const;

/** Meetings that are over, the last one first. */
export function PastMeetings({ meetings }: { meetings: readonly ListedMeeting[] }) {
  return (
    <table className="records">
      <caption className="vh">{words.pastTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.meeting}</th>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.agenda.title}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <th scope="row">
              <Link to={paths.meeting(meeting)}>{meeting.title}</Link>
            </th>
            <td data-l={words.date}>
              <time dateTime={meeting.startsAt.toISOString()} title={dates.exact(meeting.startsAt)}>
                {dates.short(meeting.startsAt)}
              </time>
            </td>
            <td data-l={words.agenda.title}>{words.pointsShort(meeting.points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Meetings that do not take place, with why. */
export function CancelledMeetings({ meetings }: { meetings: readonly ListedMeeting[] }) {
  return (
    <ul className="ruled small">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <p>
            <Link to={paths.meeting(meeting)}>{meeting.title}</Link>
          </p>
          <p className="muted">
            {[dates.exact(meeting.startsAt), meeting.cancelReason].filter(Boolean).join('\u00a0: ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
