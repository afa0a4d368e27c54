import { UserPlus } from 'lucide-react';
import { paths } from '#shared/paths.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { apply as words } from '#shared/programme/application/apply.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';

/** What the button refused. */
interface Refused {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

interface OpenedProps {
  readonly organisation: string;
  readonly href: string;
  readonly sections: readonly { readonly key: string; readonly title: string }[];
  readonly isDraft: boolean;
  readonly isBegun: boolean;
  /** The colleague who opened it. */
  readonly by: string | null;
  /** [AP14] Their tie to the organisation is confirmed. */
  readonly isTied: boolean;
  readonly me: string;
  readonly inviteHref: string;
}

/** The draft, as it is there: its parts, and the way into it. */
export function OpenedStep(props: OpenedProps) {
  const { organisation, href, sections, isDraft, isBegun, by, isTied, me, inviteHref } = props;
  const said = words.opened;
  return (
    <>
      <div className="card">
        <p>
          {said.name} <strong>{organisation}</strong>. {isDraft ? said.lead : said.submitted}
        </p>
        {by && <p className="mt-2">{said.joined(by)}</p>}
        {!isTied && <p className="mt-2">{said.waits}</p>}
        {isDraft && (
          <ol className="sections mt-4">
            {sections.map(({ key, title }) => (
              <li key={key}>
                <a href={`${href}#section-${key}`}>{title}</a>
              </li>
            ))}
          </ol>
        )}
        <p className="row mt-5">
          <a className="btn primary wide-s" href={href}>
            {isDraft ? (isBegun ? said.goOn : said.go) : said.read}
          </a>
          {isTied && isDraft && (
            <a className="btn wide-s" href={inviteHref}>
              <UserPlus className="icon" aria-hidden="true" />
              {said.invite}
            </a>
          )}
        </p>
      </div>
      <p className="small muted mt-3">{said.mailed}</p>
      <p className="small muted">
        {said.named(me)} <a href={paths.account()}>{said.rename}</a>
      </p>
    </>
  );
}

/** The last button, of whoever is signed in and has no draft yet. */
export function ReadyStep({
  organisation,
  agreements,
  refusal,
}: {
  organisation: string;
  /** Among which the organisation says its own; empty when there is nothing to say. */
  agreements: readonly { readonly id: string; readonly name: string }[];
  refusal: Refused | undefined;
}) {
  const errors = refusal?.errors ?? {};
  return (
    <form className="card" method="post" noValidate>
      <ErrorSummary title={words.ready.refused} faults={faultsOf(errors)} answer={refusal} />
      <p>{words.ready.lead(organisation)}</p>
      {agreements.length > 0 && (
        <SelectField
          label={entry.place.agreement}
          name="convention"
          hint={entry.place.agreementHint}
          required
          defaultValue={refusal?.values.convention ?? ''}
          error={errors.convention}
        >
          <option value="">{entry.place.chooseAgreement}</option>
          {namedOptions(agreements)}
        </SelectField>
      )}
      <p className="mt-4">
        <button className="btn primary wide-s" type="submit" name="intent" value="begin">
          {words.ready.submit}
        </button>
      </p>
    </form>
  );
}
