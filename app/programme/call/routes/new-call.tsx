import { listSeasons } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { namedOptions } from '../../../ui/choices.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { newCallGestures } from '../call-gestures.server.ts';
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
  requirePlatform(context, 'call.manage');
  return act(context, await request.formData(), newCallGestures, {});
}

export default function NewCall({ loaderData: { seasons }, actionData }: Route.ComponentProps) {
  const { errors = {}, values: typed = null } = actionData ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(said.newTitle, said.title)}</title>
      <PageHead title={said.newTitle} />
      <CallSettingsForm
        typed={typed ?? {}}
        errors={errors}
        answer={actionData}
        submit={said.create}
        cancel={programmePaths.administrationCalls()}
      >
        <SelectField
          label={said.season}
          name="season"
          error={errors.season}
          defaultValue={typed?.season ?? seasons[0]?.id ?? ''}
        >
          {namedOptions(seasons)}
        </SelectField>
      </CallSettingsForm>
    </main>
  );
}
