import { Form, Link } from 'react-router';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, pageAddress, placeOfPage } from '#shared/kernel/paging.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { City } from '../../../ui/city.tsx';
import { TextField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { municipalityOf, refuseMunicipality } from '../municipality.server.ts';
import { OrganisationForm } from '../organisation-form.tsx';
import type { Route } from './+types/administration-organisations';

const words = people.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationOrganisations(), label: words.organisationsTitle },
  ],
});

/** Every organisation of the installation, each one step from its page. */
export async function loader({ request, context }: Route.LoaderArgs) {
  requirePlatform(context, 'people.read');
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 100);
  const all = await listOrganisations(context.get(servicesContext).db);
  const found = all.filter(({ name }) => hasWords(name, search));
  const { page, pages, offset } = placeOfPage(askedPage(searchParams), found.length);
  const organisations = found.slice(offset, offset + LINES_A_PAGE);
  return { search, page, pages, total: found.length, organisations };
}

interface OrganisationsPage {
  /** [O3] Of the register, where the form says one. */
  readonly municipalityCode: string | null;
}

const gestures = {
  organisation: gesturesOf((page: OrganisationsPage) => page)('organisation.add', {
    fields: { name: text, shortName: text, kind: text },
    // The form has what was typed; the operation, the code that it means.
    at: {
      'organisation.municipalityUnknown': 'municipality',
      'organisation.municipalityTaken': 'municipality',
    },
    done: ({ id }) => ({
      to: paths.administrationOrganisation(id),
      said: words.news.organisation,
      focus: null,
    }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'people.read');
  const form = await request.formData();
  const { code: municipalityCode, error } = await municipalityOf(context, form);
  if (form.get('intent') === 'organisation' && error) return refuseMunicipality(form, error, 'organisation');
  return act(context, form, gestures, { municipalityCode });
}

export default function AdministrationOrganisations({ loaderData, actionData }: Route.ComponentProps) {
  const { search, page, pages, total, organisations } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.organisationsTitle, frame.administration)}</title>
      <PageHead title={words.organisationsTitle} lead={words.organisationsLead} />
      <div className="cols">
        <Plate
          id="organisations"
          title={words.organisationsCount(total)}
          beside={search && <Link to={paths.administrationOrganisations()}>{words.showAll}</Link>}
        >
          <Form className="search-row mb-4">
            <TextField
              label={words.organisationsSearch}
              name="q"
              type="search"
              defaultValue={search}
              key={search}
            />
            <button className="btn" type="submit">
              {words.searchSubmit}
            </button>
          </Form>
          {organisations.length === 0 ? (
            <p className="muted">{words.organisationsNone}</p>
          ) : (
            <ul className="ruled">
              {organisations.map((organisation) => (
                <li key={organisation.id}>
                  <Link
                    to={paths.administrationOrganisation(organisation.id)}
                    aria-label={words.changeOrganisation(organisation.name)}
                  >
                    <City {...organisation} />
                  </Link>
                  <p className="muted small">{words.kinds[organisation.kind]}</p>
                </li>
              ))}
            </ul>
          )}
          <Pages
            words={pageWords}
            page={page}
            pages={pages}
            to={(other) => pageAddress({ q: search }, other)}
          />
        </Plate>
        <aside className="stack-lg" aria-label={words.newOrganisation}>
          <Plate id="new-organisation" title={words.newOrganisation}>
            <OrganisationForm refusal={actionData} />
          </Plate>
        </aside>
      </div>
    </main>
  );
}
