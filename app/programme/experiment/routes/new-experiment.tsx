import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { createExperiment } from '#db/programme/experiment/experiments.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { answer, field, readTyped } from '../answer.server.ts';
import { ExperimentForm } from '../experiment-form.tsx';
import type { Route } from './+types/new-experiment';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.newExperiment(), label: experimentPage.new },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'experiment.create');
  const { db } = context.get(servicesContext);
  return {
    themes: await listThemes(db),
    organisations: (await listOrganisations(db)).filter(({ kind }) =>
      ['municipality', 'intermunicipality', 'agency'].includes(kind),
    ),
  };
}

const FIELDS = {
  'title.empty': 'title',
  'title.tooLong': 'title',
  'experiment.textTooLong': 'summary',
  'experiment.themeNotFound': 'themeId',
  'experiment.citiesMissing': 'leadId',
  'experiment.leadNotOne': 'leadId',
  'experiment.dayInvalid': 'startsOn',
  'experiment.periodReversed': 'endsOn',
} as const;

export async function action({ request, context }: Route.ActionArgs) {
  const member = requirePlatform(context, 'experiment.create');
  const form = await request.formData();
  const typed = readTyped(form);
  const { db, now, newId } = context.get(servicesContext);
  const of = (name: string) => field(typed, name);
  const leadId = of('leadId');
  const others = form.getAll('city').flatMap((id) => (typeof id === 'string' && id !== leadId ? [id] : []));
  const made = await createExperiment(db, {
    experimentId: newId(),
    title: of('title'),
    summary: of('summary'),
    themeId: of('themeId'),
    applicationId: null,
    organisations: [
      ...(leadId ? [{ organisationId: leadId, isLead: true }] : []),
      ...others.map((organisationId) => ({ organisationId, isLead: false })),
    ],
    startsOn: of('startsOn'),
    endsOn: of('endsOn'),
    userId: member.id,
    now: now(),
    newId,
  });
  const kept = { ...typed, city: others.join(' ') };
  return answer(made, {
    to: made.ok ? programmePaths.experiment(made.value) : '',
    typed: kept,
    fields: FIELDS,
  });
}

export default function NewExperiment({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentPage.new, words.title)}</title>
      <div className="head">
        <h1>{experimentPage.new}</h1>
      </div>
      <ExperimentForm {...loaderData} refused={actionData} />
    </main>
  );
}
