import { developers as words } from '#shared/operations/api/developers.fr.ts';
import { servicesContext } from '../../../context.ts';
import { HelpPage } from '../../../kernel/help/help-page.tsx';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { Introduction, introductionTitles } from '../introduction.tsx';
import { Operation } from '../operation.tsx';
import { referenceOf } from '../reference.server.ts';
import type { Route } from './+types/developers';
import '../developers.css';

export const handle = staticPage;

/** What programs can do, for anybody: from the declarations that the server answers by. */
export function loader({ context }: Route.LoaderArgs) {
  const { apiPage, origin } = context.get(servicesContext);
  return { nouns: referenceOf(apiPage()), origin };
}

export default function Developers({ loaderData: { nouns, origin } }: Route.ComponentProps) {
  return (
    <SiteFrame of="help">
      <HelpPage title={words.title}>
        <p className="lead mt-3">{words.lead}</p>
        <nav className="mt-6" aria-label={words.outline}>
          <ul className="row">
            {introductionTitles.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            {nouns.map(({ name, title }) => (
              <li key={name}>
                <a href={`#${name}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="developers">
          <Introduction origin={origin} />
          <section aria-labelledby="operations">
            <h2 id="operations">{words.operations}</h2>
            {nouns.map(({ name, title, operations }) => (
              <section key={name} aria-labelledby={name}>
                <h3 id={name}>{title}</h3>
                {operations.map((operation) => (
                  <Operation key={operation.id} operation={operation} />
                ))}
              </section>
            ))}
          </section>
        </div>
      </HelpPage>
    </SiteFrame>
  );
}
