import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';

/** The headings of a published text, each a link; nothing for two or fewer, which the eye finds without. */
export function PublicOutline({ title, outline }: { title: string; outline: readonly OutlineEntry[] }) {
  if (outline.length <= 2) return null;
  return (
    <nav aria-labelledby="sommaire" className="public-outline">
      <h2 id="sommaire">{title}</h2>
      <ul>
        {outline.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
