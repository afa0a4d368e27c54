import { Form, redirect } from 'react-router';
import { findRetention, setRetention } from '#db/operations/personal-data/retention.ts';
import type { DomainError } from '#shared/errors.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { retention as words } from '#shared/operations/personal-data/retention.fr.ts';
import { parseRetentionDays, RETENTION_KEYS } from '#shared/operations/personal-data/retention.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Route } from './+types/administration-retention';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: sitePaths.administration(), label: obligations.administration.title },
    { href: sitePaths.retention(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  requirePlatform(context, 'site.manage');
  return {
    retention: await findRetention(context.get(servicesContext).db),
    isSaved: new URL(request.url).searchParams.get('etat') === 'enregistre',
  };
}

/** [PD9] Sets the durations: all of them, or none. */
export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'site.manage');
  const { db, now } = context.get(servicesContext);
  const form = await request.formData();
  const typed: Partial<Record<string, string>> = {};
  const errors: Partial<Record<string, DomainError>> = {};
  const retention: Record<string, number> = {};
  for (const key of RETENTION_KEYS) {
    const value = form.get(key);
    typed[key] = typeof value === 'string' ? value.slice(0, 20) : '';
    const days = parseRetentionDays(key, typed[key]);
    if (days === null) errors[key] = 'retention.daysInvalid';
    else retention[key] = days;
  }
  if (Object.keys(errors).length > 0) return refuse(errors, typed);
  const before = await findRetention(db);
  const set = await setRetention(db, { retention: { ...before, ...retention }, userId, now: now() });
  if (!set.ok) throw forbidden();
  throw redirect(`${sitePaths.retention()}?etat=enregistre`);
}

export default function AdministrationRetention({ loaderData, actionData }: Route.ComponentProps) {
  const { retention, isSaved } = loaderData;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, obligations.administration.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      {isSaved && !actionData && <Notice kind="success">{words.saved}</Notice>}
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
          <button className="btn primary wide-s" type="submit">
            {words.save}
          </button>
        </p>
      </Form>
    </main>
  );
}
