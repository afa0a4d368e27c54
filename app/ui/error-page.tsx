import { Logo } from './logo.tsx';

/** A whole page that says what happened and where to go. Receives its words. */
export function ErrorPage({
  title,
  text,
  home,
  product,
  isFramed = false,
  search = null,
}: {
  title: string;
  text: string;
  home: string;
  product: string;
  /** The frame around it names the product already. */
  isFramed?: boolean;
  /** Where what was not found may be looked for. */
  search?: { label: string; submit: string; action: string; name: string } | null;
}) {
  return (
    <main className={isFramed ? undefined : 'site'} id="contenu">
      <title>{`${title} · ${product}`}</title>
      {!isFramed && (
        <a className="brand mb-12" href="/">
          <Logo />
          <span>{product}</span>
        </a>
      )}
      <h1>{title}</h1>
      <p className="lead mt-3">{text}</p>
      {search && (
        <search>
          <form className="search-row mt-6 max-w-xl" action={search.action}>
            <div className="field">
              <label htmlFor="cherche">{search.label}</label>
              <input className="input" id="cherche" type="search" name={search.name} maxLength={200} />
            </div>
            <button className="btn" type="submit">
              {search.submit}
            </button>
          </form>
        </search>
      )}
      <p className="mt-6">
        <a className="btn primary" href="/">
          {home}
        </a>
      </p>
    </main>
  );
}
