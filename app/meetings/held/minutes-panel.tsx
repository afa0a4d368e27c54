import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { minutes as words } from '#shared/meetings/held/minutes.fr.ts';
import type { MinutesStatus } from '#shared/meetings/held/minutes.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import type { HeldState } from './held-state.ts';

interface MinutesPanelProps {
  readonly meeting: { readonly id: string; readonly title: string };
  readonly minutes: {
    readonly document: { readonly id: string; readonly title: string };
    readonly status: MinutesStatus;
  } | null;
  readonly canBegin: boolean;
  readonly state: HeldState;
  /** Their text, live. */
  readonly children: ReactNode;
}

/** The minutes, written here by everybody at once, or how to begin them. */
export function MinutesPanel({ meeting, minutes, canBegin, state, children }: MinutesPanelProps) {
  if (state === 'cancelled') return null;
  return (
    <section aria-labelledby="compte-rendu" className="held-part">
      <div className="row">
        <h2 id="compte-rendu">{words.title}</h2>
        {minutes && <span className="badge">{words.status[minutes.status]}</span>}
      </div>
      {minutes ? (
        <>
          <p className="row mb-4">
            <Link className="btn" to={paths.document(minutes.document)}>
              <FileText className="icon" aria-hidden="true" />
              {words.document}
            </Link>
            <Link className="btn" to={paths.meetingMinutes(meeting)}>
              {words.steps}
            </Link>
          </p>
          <div className="held-minutes">{children}</div>
        </>
      ) : (
        <div className="empty">
          <h3>{words.none}</h3>
          <p>{canBegin ? words.noneText : words.noneReader}</p>
          {canBegin && (
            <PostButton fields={{ intent: 'minutes' }} className="btn primary">
              {words.begin}
            </PostButton>
          )}
        </div>
      )}
    </section>
  );
}
