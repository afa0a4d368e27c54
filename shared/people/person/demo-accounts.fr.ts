import type { DemoEmail } from '#shared/people/person/demo-accounts.ts';

/** Words of the accounts of the demonstration, at its door. */
export const demoAccounts = {
  title: 'Essayer la démonstration',
  lead: 'Choisissez un rôle pour entrer. Mot de passe commun :',
  roles: {
    'metier.a@demo.example': 'Binôme métier, ville A',
    'donnees.a@demo.example': 'Binôme données, ville A',
    'metier.b@demo.example': 'Binôme métier, ville B',
    'donnees.b@demo.example': 'Binôme données, ville B',
    'animation@demo.example': 'Animation, OpenDataFrance',
    'relecture@demo.example': 'Relecture, B. des Territoires',
    'conseil@demo.example': 'Consultante, ville A',
    'atd@demo.example': 'Animateur territorial',
    'ville@demo.example': 'Ville qui veut reproduire',
    'admin@demo.example': 'Administration',
  } satisfies Record<DemoEmail, string>,
} as const;
