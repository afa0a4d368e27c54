import { Link } from 'react-router';
import { Logo } from './logo.tsx';

interface TextPageWords {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

/** A public page of plain text, outside the workspace. Receives its words. */
export function TextPage({
  words,
  product,
  homeLink,
}: {
  words: TextPageWords;
  product: string;
  homeLink: string;
}) {
  return (
    <>
      <header className="site-top">
        <Link className="brand" to="/" aria-label={homeLink}>
          <Logo />
          <span>{product}</span>
        </Link>
      </header>
      <main className="site" id="contenu">
        <title>{`${words.title} · ${product}`}</title>
        <h1>{words.title}</h1>
        <p className="lead mt-3">{words.lead}</p>
        {words.sections.map(({ title, paragraphs }) => (
          <section className="plate mt-8 max-w-(--measure)" key={title}>
            <h2>{title}</h2>
            {paragraphs.map((text) => (
              <p className="mt-2" key={text}>
                {text}
              </p>
            ))}
          </section>
        ))}
      </main>
    </>
  );
}
