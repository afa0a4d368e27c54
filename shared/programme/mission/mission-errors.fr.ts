import type { MissionError } from '#shared/programme/mission/mission-errors.ts';

/** What is said of each refusal of a mission. */
export const missionErrors = {
  'mission.titleInvalid': 'Donnez un nom à la mission, en 200 caractères au plus.',
  'mission.textTooLong': 'Ce texte est trop long : raccourcissez-le.',
  'mission.experimentMissing': 'Choisissez l’expérimentation que la mission accompagne.',
  'mission.firmMissing': 'Choisissez un cabinet-conseil.',
  'mission.citiesMissing': 'Choisissez au moins une ville de cette expérimentation.',
  'mission.consultantsMissing': 'Nommez au moins une personne du cabinet.',
  'mission.consultantNotOfFirm':
    'Une des personnes choisies n’est pas de ce cabinet. Une mission ne nomme que des personnes du cabinet qui a la commande.',
  'mission.consultantUnknown': 'Choisissez une personne nommée sur cette mission.',
  'mission.letterUnreadable':
    'Ce n’est pas l’adresse d’un document que vous pouvez lire. Ouvrez la lettre de mission, puis copiez son adresse.',
  'mission.priceInvalid': 'Écrivez un prix en euros, par exemple 850 ou 1 050,50.',
  'mission.daysInvalid': 'Écrivez un nombre de jours par quarts, par exemple 12 ou 7,5.',
  'mission.startInvalid': 'Choisissez le premier jour de la mission.',
  'mission.endInvalid': 'Choisissez le dernier jour de la mission.',
  'mission.endBeforeStart': 'Le dernier jour vient avant le premier : corrigez l’un des deux.',
  'mission.endBeforeLogged':
    'Des jours sont notés après cette date. Corrigez-les d’abord, ou choisissez un dernier jour plus tardif.',
  'mission.extendsNothing': 'Ajoutez des jours, ou changez le dernier jour.',
  'mission.reasonMissing': 'Dites pourquoi, en une phrase.',
  'mission.stateUnchanged': 'La mission est déjà dans cet état.',
  'mission.ended': 'Cette mission est terminée : elle ne change plus.',
  'mission.suspended': 'Cette mission est suspendue : rien ne s’y ajoute tant qu’elle n’est pas reprise.',
  'mission.dayInvalid': 'Choisissez un jour du calendrier.',
  'mission.dayInFuture': 'Ce jour n’est pas encore passé : notez-le une fois le travail fait.',
  'mission.dayOutside':
    'Ce jour est hors de la mission : choisissez un jour entre son premier et son dernier.',
  'mission.quartersInvalid': 'Choisissez 0,25, 0,5, 0,75 ou 1 : les jours se comptent par quarts.',
  'mission.beyondGrant': 'Cette durée dépasse les jours accordés.',
  'mission.beyondDay':
    'Cette personne aurait travaillé plus d’un jour ce jour-là. Corrigez la durée, ou le jour déjà noté.',
  'mission.workMissing': 'Dites ce qui a été fait, en une phrase ou deux.',
  'mission.alreadyCorrected': 'Cette ligne a déjà été corrigée : corrigez la plus récente.',
  'mission.deliverableMissing': 'Donnez un nom au livrable, en 200 caractères au plus.',
  'mission.deliverableAccepted': 'Ce livrable est déjà accepté : ajoutez-en un autre.',
  'mission.documentMissing': 'Collez l’adresse d’un document que vous pouvez lire, ou choisissez un fichier.',
  'mission.documentEmpty': 'Ce document n’a pas encore de texte.',
  'mission.fileInfected':
    'L’antivirus a trouvé un virus dans ce fichier : il a été supprimé et n’est pas remis. Remettez un fichier sain.',
  'mission.scannerAway':
    'L’antivirus ne répond pas : le fichier est gardé, mais pas encore remis. Réessayez dans quelques minutes.',
  'mission.alreadyAnswered': 'Une réponse a déjà été donnée à cette remise.',
  'mission.newerDelivery': 'Une remise plus récente est arrivée : répondez à celle-là.',
} satisfies Record<MissionError, string>;
