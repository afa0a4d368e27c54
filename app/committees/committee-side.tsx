import { Form } from 'react-router';
import { committee as words } from '#shared/messages/fr/committee.ts';
import { parisWall } from '#shared/paris-time.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { TextAreaField, TextField } from '../ui/field.tsx';
import { PostButton } from '../ui/post-button.tsx';

interface Settings {
  readonly assessUntil: string | null;
  readonly heldOn: string | null;
  readonly attendees: string;
  readonly remarks: string;
  readonly embargoAt: Date | null;
}

/** When marks are due, when the committee sits, until when nothing is announced. */
export function SettingsForm({
  settings,
  errors,
}: {
  settings: Settings;
  errors: Readonly<Partial<Record<string, string>>>;
}) {
  return (
    <section className="plate" aria-labelledby="calendrier">
      <header>
        <h2 id="calendrier">{words.settings}</h2>
      </header>
      <Form method="post">
        <input type="hidden" name="intent" value="settings" />
        <TextField
          label={words.assessUntil}
          name="assessUntil"
          type="date"
          defaultValue={settings.assessUntil ?? ''}
          error={errors.assessUntil}
        />
        <TextField
          label={words.heldOn}
          name="heldOn"
          type="date"
          defaultValue={settings.heldOn ?? ''}
          error={errors.heldOn}
        />
        <TextField
          label={words.embargoAt}
          hint={words.embargoHint}
          name="embargoAt"
          type="datetime-local"
          defaultValue={settings.embargoAt ? parisWall(settings.embargoAt) : ''}
          error={errors.embargoAt}
        />
        <TextAreaField
          label={words.attendees}
          hint={words.attendeesHint}
          name="attendees"
          rows={4}
          maxLength={5_000}
          defaultValue={settings.attendees}
        />
        <TextAreaField
          label={words.remarks}
          name="remarks"
          rows={3}
          maxLength={10_000}
          defaultValue={settings.remarks}
        />
        <button className="btn mt-3" type="submit">
          {words.saveSettings}
        </button>
      </Form>
    </section>
  );
}

/** The one gesture that tells all candidates, and what keeps it from being done. */
export function AnnouncementPlate({
  callId,
  undecided,
  fresh,
  embargoAt,
  isEmbargoed,
}: {
  callId: string;
  undecided: number;
  fresh: number;
  embargoAt: Date | null;
  isEmbargoed: boolean;
}) {
  return (
    <section className="plate" aria-labelledby="annonce">
      <header>
        <h2 id="annonce">{words.announcement}</h2>
      </header>
      {undecided > 0 && <p>{words.missing(undecided)}</p>}
      {undecided === 0 && fresh === 0 && <p className="muted">{words.nothing}</p>}
      {isEmbargoed && embargoAt && <p>{words.embargoed(embargoAt)}</p>}
      {undecided === 0 && fresh > 0 && (
        <>
          <p className="muted small">{words.announceLead(fresh)}</p>
          {!isEmbargoed && (
            <PostButton fields={{ intent: 'announce' }} className="btn primary mt-3">
              {words.announce}
            </PostButton>
          )}
        </>
      )}
      <p className="row mt-4">
        <a className="btn sm" href={programmePaths.committeeMinutes({ id: callId }, 'odt')}>
          {words.minutesOdt}
        </a>
        <a className="btn sm" href={programmePaths.committeeMinutes({ id: callId }, 'pdf')}>
          {words.minutesPdf}
        </a>
      </p>
    </section>
  );
}
