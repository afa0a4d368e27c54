import { fr } from '#shared/messages/fr.ts';
import { TextPage } from '../ui/text-page.tsx';

export default function Accessibility() {
  return (
    <TextPage
      words={fr.obligations.accessibility}
      product={fr.frame.product}
      homeLink={fr.obligations.homeLink}
    />
  );
}
