import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';

/** What other sites show of a page when it is shared, and what search engines keep of it. */
export function SocialMeta({
  title,
  description,
  canonical,
  kind,
}: {
  title: string;
  description: string;
  canonical: string;
  kind: 'website' | 'article';
}) {
  return (
    <>
      <link rel="canonical" href={canonical} />
      <meta name="description" content={description} />
      <meta property="og:type" content={kind} />
      <meta property="og:locale" content="fr_FR" />
      <meta property="og:site_name" content={words.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta name="twitter:card" content="summary" />
    </>
  );
}
