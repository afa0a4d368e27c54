import { help as words } from '#shared/kernel/help/help.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { notFound } from '../../access.server.ts';
import { staticPage } from '../../static-page.ts';
import { GuideText } from '../guide-text.tsx';
import { findGuide, toldPlaces } from '../guides.server.ts';
import { HelpPage } from '../help-page.tsx';
import type { Route } from './+types/help';

export const handle = staticPage;

/** [AI1] [AI3] The list of the guides; first of all what they say of the page from which somebody comes. */
export function loader({ request }: Route.LoaderArgs) {
  const guide = findGuide(null);
  if (!guide) throw notFound();
  return { guide, places: toldPlaces(new URL(request.url).searchParams.get('depuis') ?? '') };
}

export default function Help({ loaderData: { guide, places } }: Route.ComponentProps) {
  return (
    <SiteFrame of="help">
      <HelpPage title={words.title}>
        {places.length > 0 && (
          <section className="note help-here" aria-labelledby="ici">
            <div>
              <h2 id="ici">{words.here}</h2>
              <ul>
                {places.map(({ guide: name, anchor, title, ofGuide }) => (
                  <li key={name + anchor}>
                    <a href={helpPaths.guide(name, anchor)}>{words.inGuide(title, ofGuide)}</a>
                  </li>
                ))}
              </ul>
            </div>
          </section>
        )}
        <GuideText blocks={guide.blocks} />
      </HelpPage>
    </SiteFrame>
  );
}
