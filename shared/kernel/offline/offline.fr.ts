import { plural } from '../plural.fr.ts';

/** Words for what works without a network, and for what a device keeps. */
export const offline = {
  pageTitle: 'Hors ligne',
  heading: 'Le serveur ne répond pas',
  lead: 'Cette page n’est pas gardée sur cet appareil. Elle s’ouvrira dès que la connexion sera revenue.',
  retry: 'Réessayer',
  keptTitle: 'Ce que vous pouvez ouvrir sans réseau',
  keptText:
    'Ces documents et ces tableaux sont gardés sur cet appareil. Ce que vous y écrivez y reste, puis part dès que la connexion revient.',
  nothingKept:
    'Aucun document ni aucun tableau n’est gardé sur cet appareil. Ceux que vous ouvrez avec du réseau le seront.',
  /** Without a network, after the end of the session. */
  ended:
    'Votre session a pris fin : les pages gardées ne s’ouvrent plus. Ce que vous aviez écrit sans pouvoir l’envoyer reste sur cet appareil, fermé ; vous seul le retrouverez, en vous reconnectant ici.',
  kinds: { document: 'Document', board: 'Tableau', application: 'Candidature' },
  opened: (when: string) => `Ouvert ${when}`,
  unsent: (count: number) =>
    `${plural(count, 'modification', 'modifications')} à envoyer, ${count < 2 ? 'gardée' : 'gardées'} sur cet appareil`,
  /** A form that was sent without a network: the page that held it is replaced by this sentence. */
  formNotSent:
    'Le serveur ne répond pas : ce que vous avez demandé n’a pas été fait. Ce que vous avez écrit dans les documents et les tableaux est gardé sur cet appareil. Revenez à la page précédente, puis réessayez quand la connexion sera revenue.',
  leaveTitle: 'Se déconnecter de cet appareil ?',
  leaveText: (count: number) =>
    `${plural(count, 'modification n’a', 'modifications n’ont')} pas encore été ${count < 2 ? 'envoyée' : 'envoyées'}.`,
  leaveLost:
    'Si vous vous déconnectez maintenant, cet appareil les efface et personne ne les lira. Restez jusqu’à ce que la connexion revienne pour les envoyer.',
  leaveUnread:
    'Une copie gardée sur cet appareil n’a pas pu être lue : elle contient peut-être des modifications qui n’ont pas été envoyées. Si vous vous déconnectez maintenant, cet appareil l’efface.',
  leaveTab: 'Des modifications ne sont que dans cet onglet : si vous le fermez, elles seront perdues.',
  leaveOffline:
    'Le serveur ne répond pas : la déconnexion n’est pas faite, rien n’est effacé. Réessayez quand la connexion sera revenue.',
  stay: 'Rester',
  leave: 'Se déconnecter et les effacer',
} as const;
