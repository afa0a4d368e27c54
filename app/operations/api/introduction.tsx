import type { ReactNode } from 'react';
import { api } from '#shared/operations/api/api.fr.ts';
import { developers as words } from '#shared/operations/api/developers.fr.ts';
import { accessToken } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { SCOPES } from '#shared/operations/token/scopes.ts';
import { readingExample, refusalExample, writingExample } from './examples.ts';

const { start, scopes, refusals } = words;

/** How a program comes in and what it must know of every operation. */
export function Introduction({ origin }: { origin: string }) {
  return (
    <>
      <Section id="commencer" title={start.title}>
        <ol>
          {start.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Code text={readingExample(origin)} />
        <p>{start.write}</p>
        <Code text={writingExample(origin)} />
        <p>
          <a href={accessTokenPaths.account()}>{start.tokens}</a>
          {' · '}
          <a href="/api/v1/openapi.json">{words.openApi}</a>
        </p>
      </Section>
      <Section id="authentification" title={words.identity.title} paragraphs={words.identity.paragraphs} />
      <Section id="portees" title={scopes.title} paragraphs={[scopes.lead]}>
        <table className="records">
          <caption className="vh">{scopes.title}</caption>
          <thead>
            <tr>
              <th scope="col">{scopes.columns.scope}</th>
              <th scope="col">{scopes.columns.may}</th>
            </tr>
          </thead>
          <tbody>
            {SCOPES.map((scope) => (
              <tr key={scope} id={`portee-${scope.replace(':', '-')}`}>
                <th scope="row">
                  <code>{scope}</code>
                </th>
                <td data-l={scopes.columns.may}>{accessToken.scopes[scope]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="refus" title={refusals.title} paragraphs={[refusals.lead]}>
        <Code text={refusalExample} />
        <table className="records">
          <caption className="vh">{refusals.title}</caption>
          <thead>
            <tr>
              <th scope="col">{refusals.columns.status}</th>
              <th scope="col">{refusals.columns.means}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(api.problems).map(([status, means]) => (
              <tr key={status}>
                <th scope="row">{status}</th>
                <td data-l={refusals.columns.means}>{means}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="listes" title={words.lists.title} paragraphs={words.lists.paragraphs} />
      <Section id="une-seule-fois" title={words.once.title} paragraphs={words.once.paragraphs} />
      <Section id="limites" title={words.limits.title} paragraphs={words.limits.paragraphs} />
      <Section id="en-direct" title={words.live.title} paragraphs={words.live.paragraphs} />
    </>
  );
}

/** The titles of the introduction, for the list of contents. */
export const introductionTitles = [
  { id: 'commencer', title: start.title },
  { id: 'authentification', title: words.identity.title },
  { id: 'portees', title: scopes.title },
  { id: 'refus', title: refusals.title },
  { id: 'listes', title: words.lists.title },
  { id: 'une-seule-fois', title: words.once.title },
  { id: 'limites', title: words.limits.title },
  { id: 'en-direct', title: words.live.title },
] as const;

function Section({
  id,
  title,
  paragraphs = [],
  children,
}: {
  id: string;
  title: string;
  paragraphs?: readonly string[];
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </section>
  );
}

function Code({ text }: { text: string }) {
  return (
    <pre className="card api-code">
      <code>{text}</code>
    </pre>
  );
}
