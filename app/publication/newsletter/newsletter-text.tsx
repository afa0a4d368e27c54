import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { NEWSLETTER_PARTS, type NewsletterItem } from '#shared/publication/newsletter/newsletter.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** [NL3] What a newsletter tells, by part; parts of which there is nothing are left out. */
export function NewsletterText({ items }: { items: readonly NewsletterItem[] }) {
  return NEWSLETTER_PARTS.map((part) => {
    const own = items.filter((item) => item.part === part);
    if (own.length === 0) return null;
    return (
      <Plate key={part} id={`part-${part}`} title={words.parts[part]}>
        <ul className="ruled">
          {own.map(({ path, title, said }) => (
            <li key={path}>
              <h3 className="break-words">
                <a href={path}>{title}</a>
              </h3>
              <p className="muted break-words">{said}</p>
            </li>
          ))}
        </ul>
      </Plate>
    );
  });
}
