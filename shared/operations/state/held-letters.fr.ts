import { plural } from '../../kernel/plural.fr.ts';

/** [MA5] [MA6] Words of the letters that are held back, for whoever manages the site. */
export const heldLetters = {
  title: 'Courriels retenus',
  lead: 'Ce qu’une personne envoie au-delà de son nombre de courriels du jour part les jours suivants, de lui-même. Si ces envois vous surprennent, parlez-en avec elle, ou suspendez son compte : rien de ce qui est retenu ne part alors.',
  table: 'Courriels retenus, par personne',
  person: 'Personne',
  letters: 'Courriels',
  next: 'Prochain départ',
  until: 'Dernier départ',
  gestures: 'Suite',
  release: 'Laisser partir',
  releaseOf: (name: string) => `Laisser partir les courriels de ${name}`,
  withdraw: 'Retirer',
  withdrawOf: (name: string) => `Retirer les courriels de ${name}`,
  count: (letters: number) => plural(letters, 'courriel', 'courriels'),
  released: (letters: number) =>
    letters === 0
      ? 'Rien n’était plus retenu.'
      : `${plural(letters, 'courriel part', 'courriels partent')} maintenant.`,
  withdrawn: (letters: number) =>
    letters === 0
      ? 'Rien n’était plus retenu.'
      : `${plural(letters, 'courriel est retiré', 'courriels sont retirés')} : ils ne partiront pas.`,
} as const;
