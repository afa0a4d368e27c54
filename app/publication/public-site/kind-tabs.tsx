import { useLocation } from 'react-router';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import { USE_CASE_KINDS } from '#shared/publication/public-site/site-navigation.ts';
import { Tabs } from '../../ui/tabs.tsx';

/** [PS9] The use cases by kind of text: sheets, thematic dossiers, interviews. */
export function KindTabs() {
  const { pathname } = useLocation();
  return (
    <Tabs label={words.kindsLabel}>
      {USE_CASE_KINDS.map(({ label, href }) => (
        <a key={href} href={href} aria-current={pathname === href ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </Tabs>
  );
}
