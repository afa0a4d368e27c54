import { Link } from 'react-router';

interface PagesProps {
  readonly words: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly page: (page: number, pages: number) => string;
  };
  readonly page: number;
  readonly pages: number;
  /** The address of a page of the same list. */
  readonly to: (page: number) => string;
}

/** From one page of a list to the next: links, so that they work without script and can be sent. Nothing when there is one page. */
export function Pages({ words, page, pages, to }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav className="row mt-6" aria-label={words.label}>
      {page > 1 && (
        <Link className="btn" rel="prev" to={to(page - 1)}>
          {words.previous}
        </Link>
      )}
      <span>{words.page(page, pages)}</span>
      {page < pages && (
        <Link className="btn" rel="next" to={to(page + 1)}>
          {words.next}
        </Link>
      )}
    </nav>
  );
}
