import { Form } from 'react-router';
import { findRetention } from '#db/operations/personal-data/retention.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { retention as words } from '#shared/operations/personal-data/retention.fr.ts';
import { RETENTION_KEYS } from '#shared/operations/personal-data/retention.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import type { Route } from './+types/administration-retention';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: sitePaths.administration(), label: obligations.administration.title },
    { href: sitePaths.retention(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'site.manage');
  return { retention: await findRetention(context.get(servicesContext).db) };
}

const gestures = {
  save: gesturesOf(() => ({}))('retention.set', {
    fields: Object.fromEntries(RETENTION_KEYS.map((key) => [key, text])),
    done: () => ({ to: sitePaths.retention(), said: words.saved, focus: null }),
  }),
};

/** [PD9] Sets the durations: all of them, or none. */
export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'site.manage');
  return act(context, await request.formData(), gestures, null);
}

export default function AdministrationRetention({ loaderData, actionData }: Route.ComponentProps) {
  const { retention } = loaderData;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, obligations.administration.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <Form method="post" noValidate className="max-w-[34rem]">
        <ErrorSummary
          title={people.refused(errors)}
          faults={faultsOf(errors, words.kinds)}
          answer={actionData}
        />
        {RETENTION_KEYS.map((key) => (
          <TextField
            key={key}
            label={words.kinds[key]}
            name={key}
            inputMode="numeric"
            required
            hint={words.hint(key)}
            defaultValue={actionData?.values[key] ?? String(retention[key])}
            error={errors[key]}
          />
        ))}
        <p className="mt-5">
          <button className="btn primary wide-s" type="submit" name="intent" value="save">
            {words.save}
          </button>
        </p>
      </Form>
    </main>
  );
}
