import { help as words } from '#shared/kernel/help/help.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { notFound } from '../../access.server.ts';
import { RefusedPage } from '../../refused-page.tsx';
import { staticPage } from '../../static-page.ts';
import { GuideOutline } from '../guide-outline.tsx';
import { GuideText } from '../guide-text.tsx';
import { findGuide } from '../guides.server.ts';
import { HelpPage } from '../help-page.tsx';
import type { Route } from './+types/guide';

export const handle = staticPage;

/** [AI1] A guide, for anybody. */
export function loader({ params }: Route.LoaderArgs) {
  const guide = findGuide(params.guide);
  if (!guide) throw notFound();
  return guide;
}

export default function GuidePage({ loaderData: { title, blocks } }: Route.ComponentProps) {
  return (
    <SiteFrame of="help">
      <HelpPage title={title}>
        <GuideOutline blocks={blocks} />
        <GuideText blocks={blocks} />
      </HelpPage>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <RefusedPage
      error={error}
      absent={
        <SiteFrame of="help">
          <HelpPage title={words.absentTitle}>
            <p>
              {words.absentText} <a href={helpPaths.help()}>{words.all}</a>
            </p>
          </HelpPage>
        </SiteFrame>
      }
    />
  );
}
