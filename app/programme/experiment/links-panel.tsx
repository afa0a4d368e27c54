import { Form, Link } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface LinksPlateProps {
  readonly linked: readonly {
    readonly key: string;
    readonly kind: string;
    readonly name: string;
    readonly href: string;
  }[];
  readonly hidden: number;
  readonly query: string;
  readonly found: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly detail: string;
  }[];
  readonly refused: Refused | undefined;
}

/** [EX20] Boards, documents and data sets of groups that belong to the work: looked for by title, linked in one gesture. */
export function LinksPlate({ linked, hidden, query, found, refused }: LinksPlateProps) {
  const said = refusedOf(refused, 'link');
  const keys = new Set(linked.map(({ key }) => key));
  const others = found.filter(({ kind, id }) => !keys.has(`${kind}:${id}`));
  return (
    <section className="plate mt-12" id="objets" aria-labelledby="linked">
      <h2 id="linked" className="mb-4">
        {words.linked}
      </h2>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {linked.length === 0 && hidden === 0 && <p className="muted">{words.noLinked}</p>}
      <ul className="ruled">
        {linked.map(({ key, kind, name, href }) => (
          <li key={key} className="row">
            <span>
              <Link to={href}>{name}</Link>
              <small className="muted block">{words.kinds[kind]}</small>
            </span>
            <PostButton
              fields={{ intent: 'unlink', object: key }}
              className="btn quiet sm"
              label={words.removeOf(name)}
            >
              {words.remove}
            </PostButton>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="small muted">{words.hidden(hidden)}</p>}
      <Form className="mt-4 max-w-3xl" role="search" aria-label={words.link} action="#objets">
        <TextField
          key={query}
          label={words.linkQuery}
          name="objet"
          type="search"
          defaultValue={query}
          maxLength={100}
        />
        <button className="btn mt-3" type="submit">
          {words.search}
        </button>
      </Form>
      {query && others.length === 0 && (
        <p className="mt-3" role="status">
          {words.nothingFound}
        </p>
      )}
      <ul className="ruled mt-3">
        {others.map(({ kind, id, name, detail }) => (
          <li key={`${kind} ${id}`} className="row">
            <span>
              {name}
              <small className="muted block">{[words.kinds[kind], detail].filter(Boolean).join(' · ')}</small>
            </span>
            <PostButton fields={{ intent: 'link', object: `${kind}:${id}` }} label={words.linkItOf(name)}>
              {words.linkIt}
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
