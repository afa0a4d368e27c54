import { CalendarDays, CalendarPlus, MapPin, Video } from 'lucide-react';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';

interface ShownMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly description: string;
}

interface MeetingFactsProps {
  readonly meeting: ShownMeeting;
  readonly passage: 'first' | 'second' | null;
  readonly isComing: boolean;
}

/** When and where, and what to know before. */
export function MeetingFacts({ meeting, passage, isComing }: MeetingFactsProps) {
  const { startsAt, endsAt, place, link, description } = meeting;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return (
    <section className="meeting-facts mb-8">
      <p>
        <CalendarDays className="icon" aria-hidden="true" />
        <span>
          <time dateTime={startsAt.toISOString()}>{words.spanSentence(meeting)}</time>
          <span className="muted"> · {words.length(minutes)}</span>
          {passage && <span className="muted small block">{words.twice[passage]}</span>}
        </span>
      </p>
      <p>
        <MapPin className="icon" aria-hidden="true" />
        <span>{place || (link ? words.remote : <span className="muted">{words.noPlace}</span>)}</span>
      </p>
      {isComing && (
        <p className="row">
          {link && (
            <a className="btn" href={link} rel="noreferrer" target="_blank">
              <Video className="icon" aria-hidden="true" />
              {words.join}
            </a>
          )}
          <a className="btn quiet" href={paths.meetingCalendar(meeting)} download>
            <CalendarPlus className="icon" aria-hidden="true" />
            {words.addToCalendar}
          </a>
        </p>
      )}
      {description && <div className="meeting-description">{description}</div>}
    </section>
  );
}
