import { fr } from '#shared/messages/fr.ts';
import { staticPage } from '../static-page.ts';
import { TextPage } from '../ui/text-page.tsx';

export const handle = staticPage;

export default function Accessibility() {
  return (
    <TextPage
      words={fr.obligations.accessibility}
      product={fr.frame.product}
      homeLink={fr.obligations.homeLink}
    />
  );
}
