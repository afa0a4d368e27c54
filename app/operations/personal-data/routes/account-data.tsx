import { data } from 'react-router';
import { z } from 'zod';
import { findErasure } from '#db/operations/personal-data/erasures.ts';
import { listOwnDataExports } from '#db/operations/personal-data/own-data-exports.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { personalData as words } from '#shared/operations/personal-data/personal-data.fr.ts';
import { personalDataPaths } from '#shared/operations/personal-data/personal-data-paths.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { notOurs, parseForm } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { OwnDataList } from '../own-data-list.tsx';
import { OwnErasure } from '../own-erasure.tsx';
import type { Route } from './+types/account-data';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: personalDataPaths.accountData(), label: words.title },
  ],
});

const SAID = {
  export: words.export.asked,
  erase: words.erasure.noted,
  keep: words.erasure.cancelled,
} as const;

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db } = context.get(servicesContext);
  return {
    exports: await listOwnDataExports(db, { userId }),
    erasure: await findErasure(db, { userId }),
  };
}

const Intent = z.object({ intent: z.enum(['export', 'erase', 'keep']), confirm: z.string().optional() });

export async function action({ request, context }: Route.ActionArgs) {
  const { id } = requireMember(context);
  const { operations } = context.get(servicesContext);
  const { intent, confirm } = parseForm(Intent, await request.formData());
  if (intent === 'erase' && confirm !== 'on')
    return data({ error: words.erasure.unconfirmed }, { status: 422 });
  const done =
    intent === 'export'
      ? await operations.run('ownData.ask', { userId: id }, {})
      : await operations.run(
          intent === 'erase' ? 'erasure.ask' : 'erasure.cancel',
          { userId: id },
          { userId: id },
        );
  if (!done.ok) {
    if (done.error === 'api.invalid') throw notOurs();
    return data({ error: fr.errors[done.error] }, { status: 409 });
  }
  const focus = intent === 'export' ? 'own-data' : 'erasure';
  throw goOn(context, { to: personalDataPaths.accountData(), said: SAID[intent], focus });
}

export default function AccountData({ loaderData: { exports, erasure }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {actionData && <Notice kind="danger">{actionData.error}</Notice>}
      <Plate id="own-data" title={words.export.title}>
        <p className="mb-4 max-w-[44rem]">{words.export.what}</p>
        <PostButton fields={{ intent: 'export' }} className="btn primary wide-s">
          {words.export.ask}
        </PostButton>
        <OwnDataList exports={exports} />
      </Plate>
      <OwnErasure dueAt={erasure?.dueAt ?? null} />
    </main>
  );
}
