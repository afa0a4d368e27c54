import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface AboutProps {
  readonly organisation: OrganisationBadge;
  readonly agreement: { readonly name: string } | null;
  readonly call: { readonly title: string; readonly closesAt: Date };
  readonly heldBy: { readonly id: string; readonly name: string } | null;
  readonly coLeads: readonly OrganisationBadge[];
  readonly status: ApplicationStatus;
  readonly mayLead: boolean;
  readonly me: PersonBadge;
  /** Cities that may be associated; none when this person may not. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** Who carries an application, for which call, until when. */
export function AboutApplication({
  organisation,
  agreement,
  call,
  heldBy,
  coLeads,
  status,
  mayLead,
  me,
  others,
}: AboutProps) {
  const isDraft = status === 'draft';
  return (
    <Plate id="a-propos" title={words.people} className="max-w-3xl">
      <dl className="application-facts">
        <div>
          <dt>{words.columns.call}</dt>
          <dd>{call.title}</dd>
        </div>
        <div>
          <dt>{words.closes}</dt>
          <dd>
            <time dateTime={call.closesAt.toISOString()}>
              {words.receipt.paris(dates.exact(call.closesAt))}
            </time>
          </dd>
        </div>
        <div>
          <dt>{words.leadOrganisation}</dt>
          <dd>{organisation.name}</dd>
        </div>
        {agreement && (
          <div>
            <dt>{words.agreement}</dt>
            <dd>{agreement.name}</dd>
          </div>
        )}
        <div>
          <dt>{words.heldBy}</dt>
          <dd className="row">
            {heldBy?.name ?? words.nobody}
            {mayLead && heldBy?.id !== me.id && (
              <PostButton fields={{ intent: 'takeOver' }} className="btn quiet sm">
                {words.takeOver}
              </PostButton>
            )}
          </dd>
        </div>
        {(coLeads.length > 0 || (isDraft && mayLead)) && (
          <div>
            <dt>{words.coLeads}</dt>
            <dd>
              {coLeads.map(({ id, name }) => (
                <div className="row" key={id}>
                  {name}
                  {isDraft && mayLead && (
                    <PostButton
                      fields={{ intent: 'removeCoLead', organisation: id }}
                      className="btn quiet sm"
                    >
                      {words.removeCoLead}
                      <span className="vh">{words.removeCoLeadOf(name)}</span>
                    </PostButton>
                  )}
                </div>
              ))}
              {isDraft && mayLead && others.length > 0 && (
                <details>
                  <summary>{words.addCoLead}</summary>
                  <Form method="post">
                    <input type="hidden" name="intent" value="addCoLead" />
                    <SelectField label={words.chooseCoLead} name="organisation" hint={words.coLeadsHint}>
                      {namedOptions(others)}
                    </SelectField>
                    <button className="btn sm mt-2" type="submit">
                      {words.addCoLead}
                    </button>
                  </Form>
                </details>
              )}
            </dd>
          </div>
        )}
      </dl>
    </Plate>
  );
}

/** Where to, when a person of the lead gives up. */
export function Withdrawal({ status, isOpen }: { status: ApplicationStatus; isOpen: boolean }) {
  if (status === 'decided') return null;
  const said = words.withdraw;
  if (status === 'withdrawn')
    return isOpen ? (
      <p className="mt-4">
        <PostButton fields={{ intent: 'restore' }} className="btn">
          {said.restore}
        </PostButton>
      </p>
    ) : null;
  return (
    <details className="mt-6 max-w-3xl">
      <summary>{said.title}</summary>
      <Form method="post" className="mt-2">
        <input type="hidden" name="intent" value="withdraw" />
        <p>{said.hint}</p>
        <div className="field">
          <label htmlFor="motif">{said.reason}</label>
          <input className="input" id="motif" name="note" maxLength={1_000} autoComplete="off" />
        </div>
        <button className="btn danger mt-2" type="submit">
          {said.button}
        </button>
      </Form>
    </details>
  );
}
