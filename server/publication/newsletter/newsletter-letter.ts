import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { NEWSLETTER_PARTS, type Newsletter } from '#shared/publication/newsletter/newsletter.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import type { Letter } from '../../kernel/mail/letter.ts';

/** [NL3] [NL4] A newsletter as a mail to one person, who ends them by one gesture. */
export function newsletterLetter(
  newsletter: Pick<Newsletter, 'id' | 'title' | 'introduction' | 'items'>,
  { userId, origin, end }: { readonly userId: string; readonly origin: string; readonly end: string },
): Letter {
  const { id, title, introduction, items } = newsletter;
  const sections = NEWSLETTER_PARTS.flatMap((part) => {
    const own = items.filter((item) => item.part === part);
    if (own.length === 0) return [];
    const told = own.map((item) => ({ label: item.title, href: origin + item.path, said: item.said }));
    return [{ title: words.parts[part], items: told, left: null }];
  });
  return {
    subject: title,
    paragraphs: introduction.split(/\n\s*\n/).filter(Boolean),
    sections,
    action: { label: words.mail.action, href: origin + newsletterPaths.newsletter(newsletter) },
    notice: words.mail.notice,
    links: [{ label: words.mail.end, href: end }],
    unsubscribe: end,
    newsletter: { newsletterId: id, userId },
  };
}
