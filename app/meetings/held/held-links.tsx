import { FileText, Play } from 'lucide-react';
import { Link } from 'react-router';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes } from '#shared/meetings/held/minutes.fr.ts';
import { paths } from '#shared/paths.ts';

interface HeldLinksProps {
  readonly meeting: { readonly id: string; readonly title: string };
  readonly isRunning: boolean;
}

/** From a meeting to where it is held, and to its minutes. */
export function HeldLinks({ meeting, isRunning }: HeldLinksProps) {
  return (
    <p className="row mb-6">
      <Link className={isRunning ? 'btn primary' : 'btn'} to={paths.meetingRunning(meeting)}>
        <Play className="icon" aria-hidden="true" />
        {meetingHeld.running}
      </Link>
      <Link className="btn" to={paths.meetingMinutes(meeting)}>
        <FileText className="icon" aria-hidden="true" />
        {minutes.title}
      </Link>
    </p>
  );
}
