import { CircleCheck, CircleSlash, PencilLine } from 'lucide-react';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';

const SIGNS = {
  draft: [PencilLine, ''],
  published: [CircleCheck, 'success'],
  withdrawn: [CircleSlash, 'danger'],
} as const;

/** Whether the public reads a dossier: a sign and its word. */
export function DossierBadge({ state }: { state: keyof typeof SIGNS }) {
  const [Icon, kind] = SIGNS[state];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}
