import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';

/** [PS2] Interviews and dossiers that have the words too, under the sheets. */
export function OtherTexts({
  texts,
}: {
  texts: readonly { readonly path: string; readonly kind: 'interview' | 'dossier'; readonly title: string }[];
}) {
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="aussi" className="mt-8">
      <h2 id="aussi">{words.also}</h2>
      <ul className="ruled mt-3">
        {texts.map(({ path, kind, title }) => (
          <li key={path} className="break-words">
            <span className="over block">{words.kinds[kind]}</span>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
