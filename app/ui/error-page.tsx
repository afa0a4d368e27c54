import { Logo } from './logo.tsx';

/** A whole page that says what happened and where to go. Receives its words. */
export function ErrorPage({
  title,
  text,
  home,
  product,
  isFramed = false,
}: {
  title: string;
  text: string;
  home: string;
  product: string;
  /** The frame around it names the product already. */
  isFramed?: boolean;
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
      <p className="mt-6">
        <a className="btn primary" href="/">
          {home}
        </a>
      </p>
    </main>
  );
}
