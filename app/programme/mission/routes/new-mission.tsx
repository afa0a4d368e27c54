import { data, redirect } from 'react-router';
import { z } from 'zod';
import { orderMission } from '#db/programme/mission/mission-orders.ts';
import { listOrderChoices } from '#db/programme/mission/mission-people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import { parseOrder, type TypedOrder } from '#shared/programme/mission/mission-order.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { ChoiceForm, OrderForm } from '../order-form.tsx';
import type { Route } from './+types/new-mission';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.missions(), label: words.title },
    { href: programmePaths.newMission(), label: words.new },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.coordinate');
  const { cities, people } = await listOrderChoices(context.get(servicesContext).db);
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

const text = z.string().max(20_000).catch('');
const OrderFields = z.object({
  title: text,
  purpose: text,
  experiment: text,
  firm: text,
  days: text,
  dailyPrice: text,
  startsOn: text,
  endsOn: text,
  letter: text,
});

/** The field that a refusal of the database is about. */
const FIELDS: Partial<Record<MissionError, keyof TypedOrder>> = {
  'mission.experimentMissing': 'experiment',
  'mission.firmMissing': 'firm',
  'mission.citiesMissing': 'cities',
  'mission.consultantNotOfFirm': 'consultants',
  'mission.letterUnreadable': 'letter',
};

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const form = await request.formData();
  const many = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const typed: TypedOrder = {
    ...parseForm(OrderFields, form),
    cities: many('cities'),
    consultants: many('consultants'),
  };
  const refuse = (faults: Partial<Record<string, MissionError>>) => {
    const errors: Record<string, string> = {};
    for (const [field, code] of Object.entries(faults)) if (code) errors[field] = fr.errors[code];
    return data({ errors, typed }, { status: 422 });
  };
  const parsed = parseOrder(typed);
  if ('faults' in parsed) return refuse(parsed.faults);
  const { db, now, newId } = context.get(servicesContext);
  const made = await orderMission(db, { order: parsed.order, missionId: newId(), newId, userId, now: now() });
  if (made.ok) return redirect(programmePaths.mission(made.value));
  if (made.error === 'access.notFound' || made.error === 'access.forbidden') throw notFound();
  return refuse({ [FIELDS[made.error] ?? '']: made.error });
}

export default function NewMission({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, firm, cities, consultants } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.new}</h1>
          <p className="lead">{words.newLead}</p>
        </div>
      </div>
      {experiment && firm ? (
        <OrderForm
          experiment={experiment}
          firm={firm}
          cities={cities}
          consultants={consultants}
          typed={actionData?.typed ?? null}
          errors={actionData?.errors ?? {}}
          answer={actionData}
        />
      ) : (
        <ChoiceForm {...loaderData} />
      )}
    </main>
  );
}
