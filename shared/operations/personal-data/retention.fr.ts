import { ERASURE_DELAY_DAYS, OWN_DATA_KEPT_DAYS } from '#shared/operations/personal-data/personal-data.ts';
import {
  RETENTIONS,
  type RetentionError,
  type RetentionKey,
} from '#shared/operations/personal-data/retention.ts';
import { LETTERS_KEPT_DAYS } from '#shared/people/letter/allowance.ts';
import { plural } from '../../kernel/plural.fr.ts';

const days = (count: number) => plural(count, 'jour', 'jours');

/** Words of how long things are kept. */
export const retention = {
  title: 'Durées de conservation',
  lead: 'Combien de temps cet espace garde ce qui n’est plus utile. Chaque nuit, ce qui est plus ancien est supprimé.',
  placeLead: 'Sessions, invitations, notifications, visites, courriels gardés',
  kinds: {
    signIns: 'Connexion d’un appareil, même utilisée chaque jour',
    sessions: 'Sessions terminées',
    verifications: 'Liens à usage unique expirés',
    invitations: 'Invitations prises ou expirées',
    notifications: 'Notifications',
    visits: 'Dernières visites de documents et de groupes',
    answers: 'Réponses aux programmes (API)',
    mails: 'Copies des courriels, sans serveur d’envoi',
    deliveries: 'Messages envoyés par les liaisons (webhooks)',
  } satisfies Record<RetentionKey, string>,
  hint: (key: RetentionKey) => `En jours, de ${RETENTIONS[key].least} à ${RETENTIONS[key].most}.`,
  save: 'Enregistrer les durées',
  saved: 'Les durées sont enregistrées. Elles s’appliquent dès la nuit prochaine.',
  table: 'Ce qui est gardé, et combien de temps',
  kind: 'Donnée',
  kept: 'Durée',
  days,
  /** Durations that are rules of the product, not settings. */
  fixed: [
    ['Corbeille', days(30)],
    ['Archives de « Mes données »', days(OWN_DATA_KEPT_DAYS)],
    ['Compte dont l’effacement est demandé', days(ERASURE_DELAY_DAYS)],
    ['Courriels partis, dans la file d’envoi', days(1)],
    ['Compte des courriels envoyés par chacun', days(LETTERS_KEPT_DAYS)],
    ['Journal d’audit, textes écrits ensemble', 'durée du programme'],
  ] as const,
  register: 'Registre des traitements',
  errors: {
    'retention.daysInvalid': 'Écrivez un nombre entier de jours, dans les bornes indiquées.',
  } satisfies Record<RetentionError, string>,
} as const;
