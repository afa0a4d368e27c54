import { CLOSE } from '#shared/realtime/realtime.ts';
import { plural } from '../kernel/plural.fr.ts';

const changes = (count: number) => plural(count, 'modification', 'modifications');
const kept = (count: number) => (count < 2 ? 'gardée' : 'gardées');

/** Where changes are that the server does not have; nothing to say when there are none. */
function whereabouts(count: number, isKept: boolean): string {
  if (count === 0) return '';
  return isKept
    ? ` ${changes(count)} ${kept(count)} sur cet appareil.`
    : ` ${changes(count)} dans cet onglet seulement : ne le fermez pas.`;
}

/** Words of live rooms: save state, people present, closed connections. */
export const realtime = {
  opening: 'Ouverture…',
  saved: 'Enregistré',
  saving: 'Enregistrement…',
  /** No wider than « Enregistré », where the bar has no room for more; the whole is still said to screen readers. */
  savingShort: 'En cours…',
  offline: (count: number, isKept: boolean) => {
    if (count === 0) return 'Hors ligne';
    return isKept
      ? `Hors ligne : ${changes(count)} ${kept(count)} sur cet appareil`
      : `Hors ligne : ${changes(count)} dans cet onglet seulement`;
  },
  /** The same where there is no room for it; the whole sentence is still said to screen readers. */
  offlineShort: (count: number, isKept: boolean) =>
    count === 0 ? 'Hors ligne' : `Hors ligne : ${count} ${isKept ? '' : 'non '}${kept(count)}`,
  fallback: 'Connexion de secours',
  /** The same where there is no room for it; the whole is still said to screen readers. */
  fallbackShort: 'Secours',
  fallbackMeaning:
    'Votre réseau ne laisse pas passer la liaison habituelle ; Cordée en a pris une autre. Ce que vous écrivez est enregistré de la même façon, et l’état à côté dit vrai. Les modifications des uns arrivent seulement un peu plus tard chez les autres.',
  fallbackFuture:
    'Vous n’avez rien à faire : la liaison habituelle est essayée de nouveau toutes les trois minutes.',
  /** After a time without connection; at least one of the two is not zero. */
  returned: ({ sent, received }: { sent: number; received: number }) => {
    if (received === 0) return `${changes(sent)} ${sent < 2 ? 'envoyée' : 'envoyées'}`;
    if (sent === 0) return `${changes(received)} ${received < 2 ? 'reçue' : 'reçues'}`;
    return `${changes(sent)} ${sent < 2 ? 'envoyée' : 'envoyées'}, ${received} ${received < 2 ? 'reçue' : 'reçues'}`;
  },
  readOnly: 'Lecture seule',
  readOnlyOffline: 'Lecture seule, hors ligne',
  /** Why a connection may not write, by the code of message 102. */
  reasons: {
    role: 'Votre rôle dans ce groupe permet de lire, pas d’écrire. Pour contribuer, demandez-le à l’animation du groupe.',
    frozen: 'Ce texte est figé : il se lit, et personne ne le modifie ici.',
    submitted: 'Cette candidature est déposée : elle se lit, et ne se modifie plus.',
    schema: 'Cette page date d’une version précédente. Rechargez-la pour écrire.',
    refused: 'Une modification envoyée a été refusée, car votre rôle ne permet plus d’écrire ici.',
  } as Readonly<Record<string, string>>,
  notSent: (count: number) =>
    count === 0 ? '' : ` ${changes(count)} ${kept(count)} sur cet appareil, sans être envoyées.`,
  outdated: 'Rechargez pour écrire',
  outdatedReason: (count: number) =>
    `Cordée a été mise à jour depuis l’ouverture de cette page : rechargez-la pour écrire.${whereabouts(count, true)}`,
  reload: 'Recharger la page',
  retry: 'Réessayer',
  signInAgain: 'Se reconnecter',
  /** After a restoration of the database: the text as it was is offered back. */
  takeCopy: 'Télécharger ma copie',
  openRestored: 'Ouvrir le contenu restauré',
  openRestoredFailed: 'Cet appareil n’a pas pu mettre votre copie de côté. Téléchargez-la, puis réessayez.',
  aside: (when: string) =>
    `Votre copie d’avant la restauration, mise de côté ${when}, est gardée sur cet appareil.`,
  dropCopy: 'La retirer de cet appareil',
  closed: 'Déconnecté',
  /** What happened, what was kept, what to do, by close code. */
  closedReason: (code: number, count: number, isKept: boolean) =>
    `${sentenceOf(code)}${whereabouts(count, isKept)}`,
  present: (count: number) => plural(count, 'personne présente', 'personnes présentes'),
  presentNames: (names: readonly string[]) =>
    `${plural(names.length, 'personne présente', 'personnes présentes')} : ${new Intl.ListFormat('fr').format(names)}`,
  personAt: (name: string, organisation: string | null) => (organisation ? `${name}, ${organisation}` : name),
  more: (count: number) => `+${count}`,
  moreNames: (names: readonly string[]) => `Également : ${new Intl.ListFormat('fr').format(names)}`,
} as const;

const SENTENCES: Readonly<Record<number, string>> = {
  [CLOSE.restart]: 'Cordée redémarre. La connexion revient d’elle-même dans un instant.',
  [CLOSE.tryLater]:
    'Le serveur ne peut pas suivre pour l’instant, ou la connexion est trop lente. Cordée réessaie d’elle-même.',
  [CLOSE.signIn]: 'Votre session a pris fin. Reconnectez-vous pour continuer.',
  [CLOSE.forbidden]:
    'Vous n’avez plus accès à cette page. L’animation du groupe peut vous y inviter de nouveau.',
  [CLOSE.gone]: 'Cette page a été mise à la corbeille ou n’existe plus.',
  [CLOSE.reload]: 'Cette page ne peut plus suivre ce qui se passe ici. Rechargez-la pour continuer.',
  [CLOSE.restored]:
    'Cordée a été remise dans un état antérieur. Ce que vous voyez ici n’a pas été mélangé avec cet état : rien n’est perdu, rien n’est en double. Votre copie peut être téléchargée, et restera sur cet appareil.',
  [CLOSE.tooLarge]:
    'Ce qui a été ajouté dépasse la taille permise. Retirez-en une partie, puis rechargez la page.',
  [CLOSE.tooMany]: 'Trop d’onglets ou de modifications à la fois. Fermez des onglets, puis réessayez.',
};

function sentenceOf(code: number): string {
  return SENTENCES[code] ?? 'La connexion a été fermée. Rechargez la page pour continuer.';
}
