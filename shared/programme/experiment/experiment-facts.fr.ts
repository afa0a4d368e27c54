import type { FactKey } from './experiment-facts.ts';

interface FactWords {
  readonly label: string;
  readonly hint?: string;
}

/** Words of what an experiment says of itself. */
export const experimentFacts: Readonly<Record<FactKey, FactWords>> = {
  title: { label: 'Titre' },
  summary: {
    label: 'En une phrase',
    hint: 'Ce que les villes essaient, pour qui n’en a jamais entendu parler.',
  },
  startsOn: { label: 'Début' },
  endsOn: { label: 'Fin' },
};
