/** A line of the map of the site, with the pages that stand under it. */
export interface MapEntry {
  readonly label: string;
  readonly href: string;
  /** When what stands there was published last, where that is known. */
  readonly changedAt?: Date;
  /** A door or a form, of which no search engine has any use. */
  readonly isDoor?: boolean;
  readonly under?: readonly MapEntry[];
}
export interface MapPart {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly MapEntry[];
}

/** [H12] Every page of the site, by part: the second way through it, beside the menu (RGAA 12.1). */
export function SiteMap({ parts }: { parts: readonly MapPart[] }) {
  return parts.map(({ id, title, entries }) => (
    <section key={id} aria-labelledby={id} className="prose site-text mt-8">
      <h2 id={id}>{title}</h2>
      <Entries entries={entries} />
    </section>
  ));
}

function Entries({ entries }: { entries: readonly MapEntry[] }) {
  return (
    <ul>
      {entries.map(({ label, href, under }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {under && under.length > 0 && <Entries entries={under} />}
        </li>
      ))}
    </ul>
  );
}
