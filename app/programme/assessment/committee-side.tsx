import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { committee as words } from '#shared/programme/assessment/committee.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

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
    <Plate id="calendrier" title={words.settings}>
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
    </Plate>
  );
}

/** [AS16] The same for whoever sits on the committee and does not run it. */
export function SettingsFacts({ settings: { assessUntil, heldOn, embargoAt } }: { settings: Settings }) {
  const day = (iso: string | null) => (iso ? dates.day(new Date(`${iso}T12:00:00Z`)) : words.notSet);
  return (
    <Plate id="calendrier" title={words.settings}>
      <p className="muted small">{words.settingsOfCoordination}</p>
      <dl className="stack">
        <div>
          <dt className="font-semibold">{words.assessUntil}</dt>
          <dd>{day(assessUntil)}</dd>
        </div>
        <div>
          <dt className="font-semibold">{words.heldOn}</dt>
          <dd>{day(heldOn)}</dd>
        </div>
        <div>
          <dt className="font-semibold">{words.embargoAt}</dt>
          <dd>{embargoAt ? dates.exact(embargoAt) : words.notSet}</dd>
        </div>
      </dl>
    </Plate>
  );
}

/** The one gesture that tells all candidates, and what keeps it from being done. */
export function AnnouncementPlate({
  callId,
  undecided,
  fresh,
  embargoAt,
  isEmbargoed,
  mayManage,
}: {
  callId: string;
  undecided: number;
  fresh: number;
  embargoAt: Date | null;
  isEmbargoed: boolean;
  mayManage: boolean;
}) {
  return (
    <Plate id="annonce" title={words.announcement}>
      {undecided > 0 && <p>{words.missing(undecided)}</p>}
      {undecided === 0 && fresh === 0 && <p className="muted">{words.nothing}</p>}
      {isEmbargoed && embargoAt && <p>{words.embargoed(embargoAt)}</p>}
      {undecided === 0 && fresh > 0 && (
        <>
          <p className="muted small">{words.announceLead(fresh)}</p>
          {!isEmbargoed && !mayManage && <p>{words.announcedByCoordination}</p>}
          {!isEmbargoed && mayManage && (
            <details className="fold mt-3">
              <summary className="btn">{words.announceStep}</summary>
              <p className="mt-3">{words.announceOnce}</p>
              <PostButton fields={{ intent: 'announce' }} className="btn primary mt-3">
                {words.announce}
              </PostButton>
            </details>
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
    </Plate>
  );
}
