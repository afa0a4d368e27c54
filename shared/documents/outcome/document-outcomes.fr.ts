import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';

/** Words around decisions and actions while a text is written; loaded with the tools that write them. */
export const documentOutcomes = {
  keywords: {
    decision: 'décider vote registre arrêter adopter séance',
    action: 'tâche faire carte tableau suivi échéance séance',
  } satisfies Record<OutcomeKind, string>,
  coming: {
    decision: 'Le numéro vient avec les premiers mots.',
    action: 'La carte vient avec les premiers mots.',
  } satisfies Record<OutcomeKind, string>,
  placeholder: {
    decision: 'Ce qui est décidé',
    action: 'Ce qui est à faire',
  } satisfies Record<OutcomeKind, string>,
  loading: '…',
  tick: 'Action faite',
  openCard: 'Ouvrir la carte',
  assign: 'Qui et pour quand',
  assignment: {
    title: 'Qui fait cette action, et pour quand',
    who: 'Personnes',
    due: 'Échéance',
    cancel: 'Annuler',
    submit: 'Enregistrer',
    unreachable: 'Le serveur ne répond pas : rien n’a changé. Réessayez quand la connexion sera revenue.',
  },
  openDecision: 'Voir au registre',
  unreachable:
    'Le serveur ne répond pas : la case n’a pas changé. Réessayez quand la connexion sera revenue.',
} as const;
