import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { changeOrganisation, findManagedOrganisation } from '#db/people/organisation/organisation-change.ts';
import type { DomainError } from '#shared/errors.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import {
  ORGANISATION_NAME_MAX,
  parseOrganisationName,
  parseShortName,
} from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Route } from './+types/administration-organisation';

const words = people.administration;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ organisation }) => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: words.title },
    { href: paths.administrationOrganisation(organisation.id), label: organisation.name },
  ],
});

async function organisationOf({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const member = requirePlatform(context, 'people.invite');
  const { db } = context.get(servicesContext);
  const organisation = await findManagedOrganisation(db, params.organisation);
  if (!organisation) throw notFound();
  return { member, db, organisation };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { organisation } = await organisationOf({ params, context });
  return { organisation, isSaved: new URL(request.url).searchParams.get('etat') === 'enregistre' };
}

const OrganisationForm = z.object({
  name: z.string().max(500),
  shortName: z.string().max(20),
  kind: z.string().max(40),
  municipality: z.string().max(100),
});

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

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, db, organisation } = await organisationOf({ params, context });
  const typed = parseForm(OrganisationForm, await request.formData());
  const [name, shortName] = [parseOrganisationName(typed.name), parseShortName(typed.shortName)];
  const kind = ORGANISATION_KINDS.find((known) => known === typed.kind);
  const municipality = await municipalityOf(context, typed.municipality);
  if (!name.ok || !shortName.ok || !kind || municipality.error)
    return refuse(
      {
        ...(!name.ok && { name: name.error }),
        ...(!shortName.ok && { shortName: shortName.error }),
        ...(!kind && { kind: 'organisation.kindInvalid' as const }),
      },
      { ...typed, municipalityError: municipality.error },
    );
  const changed = await changeOrganisation(db, {
    id: organisation.id,
    name: name.value,
    shortName: shortName.value,
    kind,
    municipalityCode: municipality.code,
    userId: member.id,
  });
  if (!changed.ok && changed.error === 'access.forbidden') throw forbidden();
  if (!changed.ok)
    return refuse(
      { [FIELDS[changed.error] ?? 'name']: changed.error },
      { ...typed, municipalityError: null },
    );
  throw redirect(`${paths.administrationOrganisation(organisation.id)}?etat=enregistre`);
}

export default function AdministrationOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, isSaved } = loaderData;
  const { kind, municipality } = organisation;
  const { values } = actionData ?? {};
  const unknown = values?.municipalityError ?? undefined;
  const errors: Readonly<Partial<Record<string, string>>> = {
    ...actionData?.errors,
    ...(unknown && { municipality: unknown }),
  };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(organisation.name, frame.administration)}</title>
      <div className="head">
        <div>
          <h1>{organisation.name}</h1>
          <p className="lead">{words.peopleOf(organisation.people)}</p>
        </div>
      </div>
      {isSaved && !actionData && <Notice kind="success">{words.organisationSaved}</Notice>}
      <Form
        method="post"
        action={paths.administrationOrganisation(organisation.id)}
        noValidate
        className="max-w-[44rem]"
      >
        <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
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
        <p className="mt-5">
          <button className="btn primary" type="submit">
            {words.saveOrganisation}
          </button>
        </p>
      </Form>
    </main>
  );
}
