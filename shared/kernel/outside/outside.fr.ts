import type { OutsideError } from '#shared/kernel/outside/outside-errors.ts';

/** Why an address of somebody else was not read, and what can be done. */
export const outside = {
  errors: {
    'outside.off':
      'Cette installation ne lit aucune adresse extérieure : déposez plutôt le fichier, ou demandez à l’administration de l’autoriser.',
    'outside.address':
      'Cette adresse n’est pas lisible : elle commence par https:// et ne contient pas de mot de passe.',
    'outside.port': 'Cette adresse indique un port qui n’est pas autorisé.',
    'outside.private': 'Cette adresse mène à un réseau privé : elle ne peut pas être lue d’ici.',
    'outside.unknownHost': 'Le site de cette adresse est introuvable : vérifiez comment il s’écrit.',
    'outside.unreachable': 'Le site de cette adresse ne répond pas : réessayez plus tard.',
    'outside.tooSlow': 'Le site de cette adresse a mis trop de temps à répondre : réessayez plus tard.',
    'outside.tooLarge': 'Ce qui se trouve à cette adresse est trop lourd pour être lu.',
    'outside.redirects': 'Cette adresse renvoie d’une page à l’autre sans aboutir.',
    'outside.gone': 'Il n’y a rien, ou plus rien, à cette adresse.',
    'outside.status': 'Le site de cette adresse a refusé de répondre.',
    'outside.plain': 'Cette adresse ne chiffre pas ce qu’on lui envoie : il faut une adresse en https.',
    'outside.encoded': 'Le site de cette adresse a répondu sous une forme qui ne se lit pas ici.',
  } satisfies Record<OutsideError, string>,
} as const;
