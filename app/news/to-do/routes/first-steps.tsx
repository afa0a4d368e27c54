import { frame } from '#shared/kernel/frame.fr.ts';
import { firstSteps as words } from '#shared/news/to-do/first-steps.fr.ts';
import { paths } from '#shared/paths.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { loadFirstSteps } from '../first-steps.server.ts';
import { FirstSteps, InstallationState, NextSteps } from '../first-steps.tsx';
import type { Route } from './+types/first-steps';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationFirstSteps(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'platform.administer');
  const view = await loadFirstSteps(context);
  if (!view) throw notFound();
  return view;
}

export default function FirstStepsPage({ loaderData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="cols">
        <FirstSteps {...loaderData} />
        <aside className="stack-lg" aria-label={words.state}>
          <InstallationState {...loaderData} />
          <NextSteps />
        </aside>
      </div>
    </main>
  );
}
