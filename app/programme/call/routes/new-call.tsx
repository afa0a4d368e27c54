import { data, redirect } from 'react-router';
import { z } from 'zod';
import { createCall } from '#db/programme/call/call-changes.ts';
import { listSeasons } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { parseCall } from '#shared/programme/call/call-plan.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { SelectField } from '../../../ui/field.tsx';
import { CallForm, wordsOf } from '../call-settings.server.ts';
import { CallSettingsForm } from '../call-settings-form.tsx';
import type { Route } from './+types/new-call';

const said = words.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationCalls(), label: said.title },
    { href: programmePaths.newCall(), label: said.newTitle },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'call.manage');
  const { db } = context.get(servicesContext);
  return { seasons: (await listSeasons(db)).map(({ id, name }) => ({ id, name })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = requirePlatform(context, 'call.manage');
  const { db, now, newId } = context.get(servicesContext);
  const typed = parseForm(CallForm.extend({ season: z.string() }), await request.formData());
  const parsed = parseCall(typed);
  if ('faults' in parsed) return data({ errors: wordsOf(parsed.faults), typed }, 422);
  const change = { callId: newId(), userId: member.id, now: now(), newId };
  const made = await createCall(db, { ...change, seasonId: typed.season, fields: parsed.fields });
  if (made.ok) throw redirect(`${programmePaths.administrationCall(made.value)}?etat=cree`);
  if (made.error === 'access.notFound') throw notFound();
  return data({ errors: { season: words.errors[made.error] }, typed }, 422);
}

export default function NewCall({ loaderData: { seasons }, actionData }: Route.ComponentProps) {
  const errors: Record<string, string | undefined> = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(said.newTitle, said.title)}</title>
      <div className="head">
        <h1>{said.newTitle}</h1>
      </div>
      <CallSettingsForm
        typed={actionData?.typed ?? {}}
        errors={errors}
        answer={actionData}
        submit={said.create}
        cancel={programmePaths.administrationCalls()}
      >
        <SelectField
          label={said.season}
          name="season"
          error={errors.season}
          defaultValue={actionData?.typed.season ?? seasons[0]?.id ?? ''}
        >
          {seasons.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </CallSettingsForm>
    </main>
  );
}
