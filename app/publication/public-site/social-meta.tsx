import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';

/** [PS14] What other sites show of a page when it is shared, with a picture, and what search engines keep of it. */
export function SocialMeta({
  title,
  description,
  canonical,
  kind,
  picture = sitePaths.sharedPicture(),
  pictureAlt = title,
}: {
  title: string;
  description: string;
  canonical: string;
  kind: 'website' | 'article';
  /** Path of what stands for the page elsewhere: a PNG of 1200 by 750 at least, or a photograph. */
  picture?: string;
  /** What it shows, where that is not what the title says. */
  pictureAlt?: string | undefined;
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
      <meta property="og:image" content={new URL(picture, canonical).href} />
      <meta property="og:image:alt" content={pictureAlt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
