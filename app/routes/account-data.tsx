import { data, redirect } from 'react-router';
import { z } from 'zod';
import { listOwnDataExports } from '#db/own-data-exports.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { people } from '#shared/messages/fr/people.ts';
import { personalData as words } from '#shared/messages/fr/personal-data.ts';
import { fr } from '#shared/messages/fr.ts';
import { paths } from '#shared/paths.ts';
import { personalDataPaths } from '#shared/personal-data/personal-data-paths.ts';
import { requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { AccountHeader } from '../people/account-header.tsx';
import { OwnDataList } from '../personal-data/own-data-list.tsx';
import { parseForm } from '../refusal.server.ts';
import { Notice } from '../ui/notice.tsx';
import { PostButton } from '../ui/post-button.tsx';
import type { Route } from './+types/account-data';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: personalDataPaths.accountData(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db } = context.get(servicesContext);
  return {
    exports: await listOwnDataExports(db, { userId }),
    isAsked: new URL(request.url).searchParams.get('etat') === 'demandee',
  };
}

const Intent = z.object({ intent: z.literal('export') });

export async function action({ request, context }: Route.ActionArgs) {
  const { id } = requireMember(context);
  parseForm(Intent, await request.formData());
  const asked = await context.get(servicesContext).ownDataExports.ask(id);
  if (!asked.ok) return data({ error: fr.errors[asked.error] }, { status: 409 });
  throw redirect(personalDataPaths.accountData('demandee'));
}

export default function AccountData({ loaderData: { exports, isAsked }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {actionData && <Notice kind="danger">{actionData.error}</Notice>}
      {isAsked && !actionData && <Notice kind="success">{words.export.asked}</Notice>}
      <section className="plate" aria-labelledby="own-data">
        <header>
          <h2 id="own-data">{words.export.title}</h2>
        </header>
        <p className="mb-4 max-w-[44rem]">{words.export.what}</p>
        <PostButton fields={{ intent: 'export' }} className="btn primary wide-s">
          {words.export.ask}
        </PostButton>
        <OwnDataList exports={exports} />
      </section>
    </main>
  );
}
