import { fr } from '#shared/messages/fr.ts';
import { TextPage } from '../ui/text-page.tsx';

export default function Legal() {
  return (
    <TextPage words={fr.obligations.legal} product={fr.frame.product} homeLink={fr.obligations.homeLink} />
  );
}
