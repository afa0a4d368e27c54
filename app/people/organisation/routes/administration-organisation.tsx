import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { findManagedOrganisation } from '#db/people/organisation/organisation-change.ts';
import { listColleagues } from '#db/people/organisation/signatory-lists.ts';
import type { DomainError } from '#shared/errors.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import {
  ORGANISATION_NAME_MAX,
  parseOrganisationName,
  parseShortName,
} from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
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

const Gesture = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    name: z.string().max(500),
    shortName: z.string().max(20),
    kind: z.string().max(40),
    municipality: z.string().max(100),
    declaredEmail: z.string().max(500),
  }),
  z.object({ intent: z.literal('withdraw'), userId: z.string().max(64) }),
]);

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

const FIELDS: Partial<Record<DomainError, string>> = { 'organisation.municipalityTaken': 'municipality' };

const NOTHING_TYPED = { name: '', shortName: '', kind: '', municipality: '', declaredEmail: '' };

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, services, organisation } = await organisationOf({ params, context });
  const { id } = organisation;
  const { intent, ...typed } = parseForm(Gesture, await request.formData());
  const here = (state: string) => `${paths.administrationOrganisation(id)}?etat=${state}`;
  if ('userId' in typed) {
    const ended = await services.signatories.end({ organisationId: id, userId: typed.userId, by: member.id });
    if (!ended.ok) return refuse({ '': ended.error }, { intent, municipalityError: null, ...NOTHING_TYPED });
    throw redirect(here('signataire'));
  }
  const [name, shortName] = [parseOrganisationName(typed.name), parseShortName(typed.shortName)];
  const kind = ORGANISATION_KINDS.find((known) => known === typed.kind);
  const email = typed.declaredEmail.trim() === '' ? ok(null) : parseEmail(typed.declaredEmail);
  const municipality = await municipalityOf(context, typed.municipality);
  if (!name.ok || !shortName.ok || !kind || !email.ok || municipality.error)
    return refuse(
      {
        ...(!name.ok && { name: name.error }),
        ...(!shortName.ok && { shortName: shortName.error }),
        ...(!kind && { kind: 'organisation.kindInvalid' as const }),
        ...(!email.ok && { declaredEmail: email.error }),
      },
      { intent, ...typed, municipalityError: municipality.error },
    );
  const changed = await services.signatories.changeOrganisation({
    id,
    name: name.value,
    shortName: shortName.value,
    kind,
    municipalityCode: municipality.code,
    declaredEmail: email.value,
    userId: member.id,
  });
  if (!changed.ok && changed.error === 'access.forbidden') throw forbidden();
  if (!changed.ok)
    return refuse(
      { [FIELDS[changed.error] ?? 'name']: changed.error },
      { intent, ...typed, municipalityError: null },
    );
  throw redirect(here('enregistre'));
}

export default function AdministrationOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, signatories, news } = loaderData;
  const isWithdrawal = actionData?.values.intent === 'withdraw';
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
  const { values } = refusal ?? {};
  const unknown = values?.municipalityError ?? undefined;
  const errors: Readonly<Partial<Record<string, string>>> = {
    ...refusal?.errors,
    ...(unknown && { municipality: unknown }),
  };
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
