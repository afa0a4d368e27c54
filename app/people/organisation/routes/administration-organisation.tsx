import { data, Form } from 'react-router';
import { z } from 'zod';
import { findManagedOrganisation } from '#db/people/organisation/organisation-change.ts';
import { listColleagues } from '#db/people/organisation/signatory-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { ORGANISATION_NAME_MAX } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import type { Refusal } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SignatoryTable } from '../signatory-table.tsx';
import type { Route } from './+types/administration-organisation';

const words = people.administration;
const { card } = signatory;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ organisation }) => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: words.title },
    { href: paths.administrationOrganisation(organisation.id), label: organisation.name },
  ],
});

async function organisationOf({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const member = requirePlatform(context, 'people.invite');
  const services = context.get(servicesContext);
  const organisation = await findManagedOrganisation(services.db, params.organisation);
  if (!organisation) throw notFound();
  return { member, services, organisation };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, organisation } = await organisationOf({ params, context });
  return {
    organisation,
    signatories: await listColleagues(services.db, { organisationId: organisation.id, areSignatories: true }),
    news: News.parse(new URL(request.url).searchParams.get('etat')),
  };
}

const News = z.enum(['enregistre', 'signataire']).nullable().catch(null);

interface OrganisationPage {
  readonly organisationId: string;
  readonly municipalityCode: string | null;
}
const after =
  (state: z.output<typeof News> & string) =>
  (_made: unknown, { organisationId }: OrganisationPage) =>
    `${paths.administrationOrganisation(organisationId)}?etat=${state}`;
const gestures = {
  save: gesturesOf((page: OrganisationPage) => page)('organisation.change', {
    fields: { name: text, shortName: text, kind: text, declaredEmail: text },
    at: { 'organisation.municipalityTaken': 'municipality' },
    done: after('enregistre'),
  }),
  withdraw: gesturesOf(({ organisationId }: OrganisationPage) => ({ organisationId }))('signatory.withdraw', {
    fields: { userId: text },
    form: () => 'withdraw',
    done: after('signataire'),
  }),
};

/** [O3] The commune that was typed: a code, or a name that no other has. */
async function municipalityOf(context: Route.ActionArgs['context'], typed: string) {
  if (typed.trim() === '') return { code: null, error: null };
  const found = await context.get(servicesContext).territories.find(typed);
  const [only] = found;
  if (only && found.length === 1) return { code: only.code, error: null };
  return {
    code: null,
    error: only ? words.namesakes(found) : people.errors['organisation.municipalityUnknown'],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { organisation } = await organisationOf({ params, context });
  const form = await request.formData();
  const municipality = text(form.getAll('municipality')) ?? '';
  const { code: municipalityCode, error } = await municipalityOf(context, municipality);
  if (form.get('intent') === 'save' && error) {
    const typed = ['name', 'shortName', 'kind', 'declaredEmail'].map((name) => [
      name,
      String(form.get(name) ?? ''),
    ]);
    const values: Readonly<Partial<Record<string, string>>> = {
      ...Object.fromEntries(typed),
      municipality,
      form: 'save',
    };
    return data<Refusal<Readonly<Partial<Record<string, string>>>>>(
      { errors: { municipality: error }, values },
      { status: 422 },
    );
  }
  return act(context, form, gestures, { organisationId: organisation.id, municipalityCode });
}

export default function AdministrationOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, signatories, news } = loaderData;
  const isWithdrawal = actionData?.values.form === 'withdraw';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(organisation.name, frame.administration)}</title>
      <div className="head">
        <div>
          <h1>{organisation.name}</h1>
          <p className="lead">{words.peopleOf(organisation.people)}</p>
        </div>
      </div>
      {news && !actionData && <Notice kind="success">{NEWS[news]}</Notice>}
      {isWithdrawal && (
        <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      <div className="cols">
        <OrganisationFields organisation={organisation} refusal={isWithdrawal ? undefined : actionData} />
        <section className="plate" aria-labelledby="signataires">
          <header>
            <h2 id="signataires">{card.signatories}</h2>
          </header>
          <p className="muted small mb-4">{card.signatoriesHint}</p>
          {signatories.length > 0 ? (
            <SignatoryTable colleagues={signatories} mayConfirm={false} caption={card.signatories} />
          ) : (
            <p>{card.noSignatory}</p>
          )}
        </section>
      </div>
    </main>
  );
}

const NEWS = { enregistre: words.organisationSaved, signataire: card.withdrawn };

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
        {ORGANISATION_KINDS.map((known) => (
          <option key={known} value={known}>
            {words.kinds[known]}
          </option>
        ))}
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
