import { data, Form, Link } from 'react-router';
import { findAdopter } from '#db/publication/adoption/adoptions.ts';
import { listDemands } from '#db/publication/support/help-demands.ts';
import { listCovering } from '#db/publication/support/support-rights.ts';
import { listSupportsForCity } from '#db/publication/support/supports.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { space } from '#shared/publication/space/space.fr.ts';
import { support } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { SupportLines } from '../support-list.tsx';
import type { Route } from './+types/help-demand';

const words = support.help;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.ownSpace(), label: space.names.city },
    { href: supportPaths.help(), label: words.title },
  ],
});

/** The city of whoever asks; somebody of none has no such page. */
async function requireCity(context: Route.LoaderArgs['context']) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const city = await findAdopter(db, { userId, now: now() });
  if (!city) throw notFound();
  return { db, city };
}

export async function loader({ context }: Route.LoaderArgs) {
  const { db, city } = await requireCity(context);
  const [structures, demands, supports] = await Promise.all([
    listCovering(db, city.id),
    listDemands(db, city.id),
    listSupportsForCity(db, city.id),
  ]);
  return { structures: structures.map(({ name }) => name), demands, supports };
}

const gestures = {
  ask: gesturesOf(() => ({}))('support.ask', {
    fields: { message: text },
    done: ({ structures }) => ({
      to: supportPaths.help(),
      said: support.done.asked(structures.join(', ')),
      focus: 'demands',
    }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  await requireCity(context);
  return act(context, await request.formData(), gestures, {});
}

export default function HelpDemand({ loaderData, actionData }: Route.ComponentProps) {
  const { structures, demands, supports } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      {structures.length === 0 ? (
        <>
          <p className="muted">{words.nobody}</p>
          <p className="mt-3">
            <Link className="btn" to={programmePaths.facilitators()}>
              {support.toNetwork}
            </Link>
          </p>
        </>
      ) : (
        <Form key={demands.length} method="post" className="max-w-2xl" noValidate>
          <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
          <p className="mb-4">
            <strong>{words.to(structures.join(', '))}</strong>
          </p>
          <TextAreaField
            label={words.message}
            name="message"
            hint={words.hint}
            error={actionData?.errors.message}
            defaultValue={actionData?.values.message}
            rows={6}
            required
          />
          <p className="mt-4">
            <button className="btn primary" type="submit" name="intent" value="ask">
              {words.submit}
            </button>
          </p>
        </Form>
      )}
      <Plate id="supports" title={words.supports} className="max-w-2xl mt-8">
        {supports.length === 0 && <p className="muted">{words.noSupports}</p>}
        <SupportLines supports={supports} />
      </Plate>
      {demands.length > 0 && (
        <Plate id="demands" title={words.past} className="max-w-2xl mt-8">
          <ul className="ruled">
            {demands.map(({ id, message, at, by }) => (
              <li key={id}>
                <p className="muted small">{support.since(dates.short(at), by)}</p>
                <p className="whitespace-pre-line break-words">{message}</p>
              </li>
            ))}
          </ul>
        </Plate>
      )}
    </main>
  );
}
