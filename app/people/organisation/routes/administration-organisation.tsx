import { Form } from 'react-router';
import { findManagedOrganisation } from '#db/people/organisation/organisation-change.ts';
import { readableOrganisation } from '#db/people/organisation/organisation-rights.ts';
import { listColleagues } from '#db/people/organisation/signatory-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { ORGANISATION_NAME_MAX } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { afterOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { optionsOf } from '../../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { municipalityOf, refuseMunicipality } from '../municipality.server.ts';
import { SignatoryTable } from '../signatory-table.tsx';
import type { Route } from './+types/administration-organisation';

const words = people.administration;
const { card } = signatory;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ organisation }) => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationOrganisations(), label: words.organisationsTitle },
    { href: paths.administrationOrganisation(organisation.id), label: organisation.name },
  ],
});

async function organisationOf({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const member = requirePlatform(context, 'people.invite');
  const services = context.get(servicesContext);
  const asked = { organisationId: params.organisation, userId: member.id };
  const id = await readableOrganisation(services.db, asked);
  const organisation = id && (await findManagedOrganisation(services.db, id));
  if (!organisation) throw notFound();
  return { member, services, organisation };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, organisation } = await organisationOf({ params, context });
  return {
    organisation,
    signatories: await listColleagues(services.db, { organisationId: organisation.id, areSignatories: true }),
  };
}

interface OrganisationPage {
  readonly organisationId: string;
  readonly municipalityCode: string | null;
}
const after = afterOn(({ organisationId }: OrganisationPage) =>
  paths.administrationOrganisation(organisationId),
);
const gestures = {
  save: gesturesOf((page: OrganisationPage) => page)('organisation.change', {
    fields: { name: text, shortName: text, kind: text, declaredEmail: text },
    at: { 'organisation.municipalityTaken': 'municipality' },
    done: after(words.organisationSaved, null),
  }),
  withdraw: gesturesOf(({ organisationId }: OrganisationPage) => ({ organisationId }))('signatory.withdraw', {
    fields: { userId: text },
    form: () => 'withdraw',
    done: after(card.withdrawn, 'signataires'),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { organisation } = await organisationOf({ params, context });
  const form = await request.formData();
  const { code: municipalityCode, error } = await municipalityOf(context, form);
  if (form.get('intent') === 'save' && error) return refuseMunicipality(form, error, 'save');
  return act(context, form, gestures, { organisationId: organisation.id, municipalityCode });
}

export default function AdministrationOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, signatories } = loaderData;
  const isWithdrawal = actionData?.values.form === 'withdraw';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(organisation.name, frame.administration)}</title>
      <PageHead title={organisation.name} lead={words.peopleOf(organisation.people)} />
      {isWithdrawal && (
        <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      <div className="cols">
        <OrganisationFields organisation={organisation} refusal={isWithdrawal ? undefined : actionData} />
        <Plate id="signataires" title={card.signatories}>
          <p className="muted small mb-4">{card.signatoriesHint}</p>
          {signatories.length > 0 ? (
            <SignatoryTable colleagues={signatories} mayConfirm={false} caption={card.signatories} />
          ) : (
            <p>{card.noSignatory}</p>
          )}
        </Plate>
      </div>
    </main>
  );
}

type Shown = Route.ComponentProps;

function OrganisationFields({
  organisation,
  refusal,
}: {
  organisation: Shown['loaderData']['organisation'];
  refusal: Shown['actionData'];
}) {
  const { kind, municipality } = organisation;
  const { errors = {}, values } = refusal ?? {};
  return (
    <Form
      method="post"
      action={paths.administrationOrganisation(organisation.id)}
      noValidate
      className="max-w-[44rem]"
    >
      <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={refusal} />
      <TextField
        label={words.organisationName}
        name="name"
        autoComplete="off"
        required
        maxLength={ORGANISATION_NAME_MAX}
        defaultValue={values?.name ?? organisation.name}
        error={errors.name}
      />
      <TextField
        label={words.shortName}
        name="shortName"
        autoComplete="off"
        required
        maxLength={2}
        hint={words.shortNameHint}
        defaultValue={values?.shortName ?? organisation.shortName}
        error={errors.shortName}
      />
      <SelectField label={words.kind} name="kind" defaultValue={values?.kind ?? kind} error={errors.kind}>
        {optionsOf(ORGANISATION_KINDS, words.kinds)}
      </SelectField>
      <TextField
        label={words.municipality}
        name="municipality"
        autoComplete="off"
        maxLength={100}
        hint={municipality ? words.municipalityIs(municipality) : words.municipalityHint}
        defaultValue={values?.municipality ?? municipality?.code}
        error={errors.municipality}
      />
      <TextField
        label={card.email}
        name="declaredEmail"
        type="email"
        autoComplete="off"
        hint={card.emailHint}
        defaultValue={values?.declaredEmail ?? organisation.declaredEmail ?? undefined}
        error={errors.declaredEmail}
      />
      <p className="mt-5">
        <button className="btn primary" type="submit" name="intent" value="save">
          {words.saveOrganisation}
        </button>
      </p>
    </Form>
  );
}
