import { dates } from '#shared/kernel/dates.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { Heard } from '#shared/programme/local-issue/local-issue.ts';
import { PostButton } from '../../ui/post-button.tsx';

const said = words.heard;

/** [LI2] [LI3] The interviews, with what each person accepts. */
export function InterviewList({ interviews, writable }: Pick<Heard, 'interviews' | 'writable'>) {
  if (interviews.length === 0) return <p className="muted">{said.noInterviews}</p>;
  return (
    <ul className="ruled">
      {interviews.map((interview) => {
        const { id, personName, personFunction, personOrganisation, metOn, notes, hasConsent, city } =
          interview;
        const mayWrite = writable.some((one) => one.id === interview.organisationId);
        return (
          <li key={id} id={id}>
            <h3 className="break-words">{personName}</h3>
            <p className="muted small">
              {[
                personFunction,
                personOrganisation,
                city,
                said.met(dates.short(new Date(`${metOn}T12:00:00Z`))),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            <p className="whitespace-pre-line break-words">{notes}</p>
            <div className="row mt-2">
              <span className={`badge ${hasConsent ? 'success' : ''}`}>
                {hasConsent ? said.consent : said.noConsent}
              </span>
              {mayWrite && (
                <PostButton
                  fields={{ intent: hasConsent ? 'withdraw' : 'give', interview: id }}
                  label={hasConsent ? said.withdrawOf(personName) : said.giveOf(personName)}
                  className="btn quiet sm"
                >
                  {hasConsent ? said.withdraw : said.give}
                </PostButton>
              )}
              {mayWrite && <TrashButton kind="interview" id={id} title={personName} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** [LI2] The watch notes, each with its source. */
export function NoteList({ notes, writable }: Pick<Heard, 'notes' | 'writable'>) {
  if (notes.length === 0) return <p className="muted">{said.noNotes}</p>;
  return (
    <ul className="ruled">
      {notes.map(({ id, title, url, says, city, organisationId }) => (
        <li key={id} id={id}>
          <h3 className="break-words">
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </h3>
          <p className="muted small">{city}</p>
          <p className="whitespace-pre-line break-words">{says}</p>
          {writable.some((one) => one.id === organisationId) && (
            <TrashButton kind="note" id={id} title={title} />
          )}
        </li>
      ))}
    </ul>
  );
}

type Trashed = Heard['trashed'][number];

function TrashButton({ title, ...ref }: Trashed) {
  return (
    <PostButton fields={{ intent: 'trash', ...ref }} label={words.trashOf(title)} className="btn quiet sm">
      {words.trash}
    </PostButton>
  );
}
