import { frame } from '#shared/messages/fr/frame.ts';
import { obligations } from '#shared/messages/fr/obligations.ts';
import { staticPage } from '../static-page.ts';
import { TextPage } from '../ui/text-page.tsx';

export const handle = staticPage;

export default function Legal() {
  return <TextPage words={obligations.legal} product={frame.product} homeLink={obligations.homeLink} />;
}
