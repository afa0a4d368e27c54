import type { PersonKey } from './people.ts';

/** What people of the demonstration keep near at hand, as the world calls it; each of the ten accounts has some. */
export const demoFavourites: Readonly<
  Partial<Record<PersonKey, readonly (readonly ['document' | 'board' | 'group', string])[]>>
> = {
  'nadia-ferrand': [
    ['board', 'arbres-et-ombrage'],
    ['document', 'guide-ilots-de-chaleur'],
  ],
  'julien-morel': [
    ['document', 'besoins-de-donnees'],
    ['board', 'de valmont'],
  ],
  'yann-le-goff': [
    ['board', 'suivi-du-groupe'],
    ['document', 'protocole-ombre'],
  ],
  'samira-benali': [
    ['document', 'carte-ilots-de-fraicheur'],
    ['board', 'de saint-aubin'],
  ],
  'claire-oudin': [
    ['board', 'suivi-du-groupe'],
    ['group', 'chaleur'],
  ],
  'marc-delattre': [
    ['document', 'de banque-des-territoires'],
    ['group', 'nature'],
  ],
  'camille-roche': [
    ['document', 'de cartes-et-milieux'],
    ['group', 'nature'],
  ],
  'etienne-vidal': [
    ['group', 'chaleur'],
    ['board', 'de hauts-coteaux'],
  ],
  'aurelie-vasseur': [
    ['board', 'de clairvigne'],
    ['document', 'de clairvigne'],
  ],
  'helene-castaing': [
    ['board', 'de opendatafrance'],
    ['group', 'chaleur'],
  ],
};
