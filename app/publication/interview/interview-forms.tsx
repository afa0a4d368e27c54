import { Form } from 'react-router';
import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import {
  type ConsentLine,
  type ConsentStanding,
  INTERVIEW_HOOK_MAX,
  type InterviewFields,
} from '#shared/publication/interview/published-interview.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

/** What the page’s action answered when it refused. */
export interface InterviewRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

const saidOf = (refused: InterviewRefusal | undefined, intent: string) =>
  refused?.values.form === intent ? refused : undefined;

/** [IV1] Who is interviewed. */
export function PersonForm({
  fields,
  refused,
}: {
  fields: InterviewFields | null;
  refused: InterviewRefusal | undefined;
}) {
  const said = saidOf(refused, 'person');
  const value = (name: keyof InterviewFields) => said?.values[name] ?? fields?.[name] ?? '';
  return (
    <section className="plate" aria-labelledby="personne">
      <h2 id="personne">{words.person}</h2>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="person" />
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        {(['personName', 'personRole', 'organisation'] as const).map((name) => (
          <TextField
            key={name}
            label={words[name]}
            name={name}
            required={name === 'personName'}
            error={said?.errors[name]}
            defaultValue={value(name)}
            maxLength={160}
          />
        ))}
        <TextAreaField
          label={words.hook}
          name="hook"
          required
          hint={words.hookHint}
          error={said?.errors.hook}
          defaultValue={value('hook')}
          maxLength={INTERVIEW_HOOK_MAX}
          rows={3}
        />
        <button className={fields ? 'btn mt-4' : 'btn primary mt-4'} type="submit">
          {words.save}
        </button>
      </Form>
    </section>
  );
}

const LOOKS: Record<ConsentStanding, string> = {
  none: 'badge',
  given: 'badge success',
  outdated: 'badge warning',
  withdrawn: 'badge danger',
};

/** [IV2] [IV3] How the consent stands, what was noted of it, and the forms that note more. */
export function ConsentPlate({
  fields,
  standing,
  lines,
  today,
  refused,
}: {
  fields: InterviewFields;
  standing: ConsentStanding;
  lines: readonly ConsentLine[];
  today: string;
  refused: InterviewRefusal | undefined;
}) {
  const isGiven = lines[0]?.isGiven === true;
  const form = { today, who: fields.personName };
  return (
    <section className="plate" aria-labelledby="accord">
      <header className="row">
        <h2 id="accord">{words.consent}</h2>
        <span className={LOOKS[standing]}>{words.standings[standing]}</span>
      </header>
      <p className="small muted mt-2">{words.consentLead}</p>
      {standing !== 'given' && (
        <ConsentForm {...form} intent="consent" refused={saidOf(refused, 'consent')} />
      )}
      {isGiven && (
        <details className="mt-4" open={saidOf(refused, 'withdraw') !== undefined}>
          <summary>{words.withdrawTitle}</summary>
          <p className="small muted mt-2">{words.withdrawLead}</p>
          <ConsentForm {...form} intent="withdraw" refused={saidOf(refused, 'withdraw')} />
        </details>
      )}
      {lines.length > 0 && (
        <details className="mt-4">
          <summary>{words.lines}</summary>
          <ul className="small mt-2">
            {lines.map(({ rank, isGiven: given, givenBy, givenOn, means, sha256, at }) => (
              <li key={rank} className="break-words">
                {words.line(given, givenBy, dayWords.long(givenOn), means)}
                <span className="muted block">
                  {words.text(shortFingerprint(sha256))} · {dates.exact(at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function ConsentForm({
  intent,
  who,
  today,
  refused,
}: {
  intent: 'consent' | 'withdraw';
  who: string;
  today: string;
  refused: InterviewRefusal | undefined;
}) {
  const id = (name: string) => `${intent}-${name}`;
  const given = intent === 'consent';
  const faults = faultsOf(refused?.errors).map((fault) => ({
    ...fault,
    field: fault.field && id(fault.field),
  }));
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <ErrorSummary title={words.refused} faults={faults} answer={refused} />
      <TextField
        label={given ? words.givenBy : words.withdrawnBy}
        name="givenBy"
        required
        id={id('givenBy')}
        error={refused?.errors.givenBy}
        defaultValue={refused?.values.givenBy ?? who}
      />
      <TextField
        label={words.givenOn}
        name="givenOn"
        required
        id={id('givenOn')}
        type="date"
        error={refused?.errors.givenOn}
        defaultValue={refused?.values.givenOn ?? today}
      />
      <TextField
        label={words.means}
        hint={words.meansHint}
        name="means"
        required
        id={id('means')}
        error={refused?.errors.means}
        defaultValue={refused?.values.means ?? ''}
      />
      {given && (
        <label className="check mt-3">
          <input type="checkbox" name="coversImages" defaultChecked={refused?.values.coversImages === 'on'} />
          <span>{words.coversImages}</span>
        </label>
      )}
      <button className={given ? 'btn primary mt-4' : 'btn mt-4'} type="submit">
        {given ? words.note : words.withdraw}
      </button>
    </Form>
  );
}
