import { entry as words } from '#shared/people/entry/entry.fr.ts';
import type { EntryPlace } from '#shared/people/entry/entry.ts';
import { placeText } from '#shared/people/entry/entry.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Field, TextField } from '../../ui/field.tsx';

/** What an action of these pages answered. */
export interface StepRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

interface PlaceStepProps {
  readonly label: string;
  readonly hint: string;
  readonly places: readonly EntryPlace[];
  /** What was typed, and what it may mean; empty before anything was. */
  readonly typed: string;
  readonly found: readonly EntryPlace[];
  /** The address of this page for a place. */
  readonly hrefOf: (place: EntryPlace) => string;
}

/** Which commune: a field that proposes names, and, without script too, a list of what was meant. */
export function PlaceStep({ label, hint, places, typed, found, hrefOf }: PlaceStepProps) {
  const none = typed !== '' && found.length === 0 ? words.place.none(typed) : undefined;
  if (places.length === 0) return <p className="card">{words.place.empty}</p>;
  return (
    <>
      <form className="card" method="get" action="#etape">
        <TextField
          label={label}
          name="ville"
          hint={hint}
          error={none}
          defaultValue={typed}
          autoComplete="off"
          list="communes"
          maxLength={200}
          required
        />
        <datalist id="communes">
          {places.map((place) => (
            <option key={place.value} value={placeText(place)} />
          ))}
        </datalist>
        {found.length > 0 && <Found found={found} hrefOf={hrefOf} />}
        <p className="mt-4">
          <button className="btn primary wide-s" type="submit">
            {words.steps.go}
          </button>
        </p>
      </form>
      <details className="fold small mt-3">
        <summary>{words.place.missing}</summary>
        <p className="mt-2 max-w-(--measure)">{words.place.missingText}</p>
      </details>
    </>
  );
}

const SHOWN = 30;

function Found({ found, hrefOf }: Pick<PlaceStepProps, 'found' | 'hrefOf'>) {
  return (
    <>
      <p className="mt-3" role="status">
        {words.place.found(found.length)}. {words.place.foundLead}
      </p>
      <ul className="found">
        {found.slice(0, SHOWN).map((place) => (
          <li key={place.value}>
            <a href={hrefOf(place)}>
              <span>{place.name}</span> <small className="muted">{place.detail}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the code goes. */
export function AddressStep({ email, refusal }: { email: string; refusal: StepRefusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <form className="card" method="post" noValidate>
      <ErrorSummary title={words.address.refused} faults={faultsOf(errors)} answer={refusal} />
      <TextField
        label={words.address.label}
        name="email"
        type="email"
        autoComplete="email"
        hint={words.address.hint}
        required
        maxLength={254}
        defaultValue={refusal?.values.email ?? email}
        error={errors.email}
      />
      <p className="mt-4">
        <button className="btn primary wide-s" type="submit" name="intent" value="send">
          {words.address.submit}
        </button>
      </p>
    </form>
  );
}

/** The code that came by mail. */
export function CodeStep({
  sentAt,
  submit,
  refusal,
}: {
  sentAt: Date;
  submit: string;
  refusal: StepRefusal | undefined;
}) {
  const errors = refusal?.errors ?? {};
  return (
    <div className="card">
      <form method="post" noValidate>
        <ErrorSummary title={words.code.refused} faults={faultsOf(errors)} answer={refusal} />
        <Field
          label={words.code.label}
          name="code"
          hint={words.code.hint(sentAt)}
          required
          error={errors.code}
        >
          {(control) => (
            <input
              {...control}
              className="input code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              defaultValue={refusal?.values.code}
            />
          )}
        </Field>
        <p className="mt-4">
          <button className="btn primary wide-s" type="submit" name="intent" value="use">
            {submit}
          </button>
        </p>
      </form>
      <form method="post" className="small muted mt-3">
        {words.code.notReceived}{' '}
        <button className="as-link" type="submit" name="intent" value="again">
          {words.code.again}
        </button>
        .
      </form>
    </div>
  );
}

/** [EN1] In the demonstration, where no mail leaves: the one that would have. */
export function DemoLetter({
  to,
  letter,
}: {
  to: string;
  letter: { readonly subject: string; readonly paragraphs: readonly string[] };
}) {
  return (
    <aside className="card" aria-labelledby="courriel-demo">
      <h3 id="courriel-demo">{words.demo.title}</h3>
      <p className="small muted">{words.demo.lead}</p>
      <p className="mt-3">
        <strong>{letter.subject}</strong>
        <br />
        <span className="small muted">{words.demo.to(to)}</span>
      </p>
      {letter.paragraphs.map((paragraph) => (
        <p className="mt-2" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </aside>
  );
}

/** Providers of identities, for whoever has an account there. */
export function OtherDoors({
  doors,
}: {
  doors: readonly { readonly name: string; readonly href: string }[];
}) {
  if (doors.length === 0) return null;
  return (
    <p className="small mt-3">
      {doors.map(({ name, href }) => (
        <a key={href} href={href}>
          {people.signIn.submit} ({name})
        </a>
      ))}
    </p>
  );
}
