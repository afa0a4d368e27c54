import { listOrderChoices } from '#db/programme/mission/mission-people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { orderGestures } from '../mission-gestures.server.ts';
import { ChoiceForm, OrderForm } from '../order-form.tsx';
import type { Route } from './+types/new-mission';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.missions(), label: words.title },
    { href: programmePaths.newMission(), label: words.new },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { platformRole } = requirePlatform(context, 'programme.coordinate');
  const { cities, people } = await listOrderChoices(context.get(servicesContext).db, platformRole);
  const asked = new URL(request.url).searchParams;
  const experiments = experimentsOf(cities);
  const firms = [...new Map(people.map(({ firmId: id, firm: name }) => [id, { id, name }])).values()];
  const experiment = experiments.find(({ id }) => id === asked.get('experimentation')) ?? null;
  const firm = firms.find(({ id }) => id === asked.get('cabinet')) ?? null;
  return {
    experiments,
    firms,
    experiment,
    firm,
    cities: cities.flatMap(({ id, cityId, city }) =>
      id === experiment?.id ? [{ id: cityId, name: city }] : [],
    ),
    consultants: people.flatMap(({ id, name, firmId }) =>
      firmId === firm?.id && id !== null && name !== null ? [{ id, name }] : [],
    ),
  };
}

/** Each experiment once, with its cities in its name: two may be called the same. */
function experimentsOf(rows: readonly { id: string; title: string; city: string }[]) {
  const found = new Map<string, { id: string; title: string; cities: string[] }>();
  for (const { id, title, city } of rows) {
    const known = found.get(id) ?? { id, title, cities: [] };
    known.cities.push(city);
    found.set(id, known);
  }
  return [...found.values()].map(({ id, title, cities }) => ({
    id,
    title: `${title} (${cities.join(', ')})`,
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.coordinate');
  return act(context, await request.formData(), orderGestures, {});
}

export default function NewMission({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, firm, cities, consultants } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} lead={words.newLead} />
      {experiment && firm ? (
        <OrderForm
          experiment={experiment}
          firm={firm}
          cities={cities}
          consultants={consultants}
          typed={actionData?.values ?? null}
          errors={actionData?.errors ?? {}}
          answer={actionData}
        />
      ) : (
        <ChoiceForm {...loaderData} />
      )}
    </main>
  );
}
