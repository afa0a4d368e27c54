/** What each operation of REST does, in one sentence: for the OpenAPI page and the page of developers. */
export const apiOperations = {
  'groups.list': 'Les groupes de la personne, avec le rôle qui y compte',
  'members.list': 'Les personnes d’un groupe, par nom',
  'members.add': 'Faire membre une personne qui a un compte, par son identifiant ou son adresse électronique',
  'members.change': 'Changer le rôle d’un membre, ou le jour où il s’arrête',
  'members.remove': 'Retirer un membre d’un groupe ; ce qu’il a écrit reste',
  'documents.list': 'Les documents d’un groupe, le dernier modifié d’abord',
  'documents.create':
    'Créer un document, vide ou d’après un modèle du programme (sa clé) ou du groupe (son identifiant)',
  'documents.read': 'Un document : son titre, son groupe et son texte',
  'documents.export': 'Un document comme fichier : PDF, DOCX, ODT, Markdown, HTML ou JSON',
  'documents.import': 'Faire des documents à partir de fichiers DOCX, ODT, Markdown ou HTML : tous, ou aucun',
  'versions.list': 'Les versions d’un document, la dernière d’abord',
  'decisions.list': 'Le registre des décisions d’un groupe, la dernière d’abord',
  'comments.list': 'Les discussions et suggestions d’un document',
  'comments.create': 'Ouvrir une discussion sur des mots d’un paragraphe',
  'comments.reply': 'Répondre dans une discussion',
  'comments.change': 'Résoudre une discussion, ou la rouvrir',
  'boards.list': 'Les tableaux d’un groupe, le dernier modifié d’abord',
  'boards.create': 'Créer un tableau, avec les colonnes habituelles ou d’après un modèle',
  'boards.read': 'Un tableau : ses colonnes, et ses cartes dans l’ordre',
  'boards.export': 'Un tableau comme fichier CSV ou JSON, cartes archivées comprises',
  'boards.import':
    'Faire un tableau à partir d’un fichier : CSV, export JSON de Trello, ou JSON d’un tableau',
  'cards.create': 'Ajouter une carte à la fin d’une colonne, ou à un rang',
  'cards.change': 'Modifier une carte, la déplacer, l’archiver : tout, ou rien',
  'attendance.list': 'Les personnes du groupe, et si elles étaient à la séance',
  'votes.list': 'Les votes d’une séance, et leurs résultats une fois clos',
  'ballots.give': 'Voter, pour soi ou pour qui l’on représente ; la dernière voix compte',
  'minutes.read': 'Le compte rendu d’une séance : son document, son état et l’empreinte de son texte exact',
  'meetings.list': 'Les séances d’un groupe, la première d’abord, annulées comprises',
  'meetings.create': 'Planifier une séance, avec ses invitations si on le veut',
  'resources.list': 'Les ressources d’un groupe, la dernière modifiée d’abord',
  'resources.share': 'Partager un lien, ou un fichier déjà envoyé en morceaux à /envois',
  'datasets.list': 'Les jeux de données que la personne peut lire, le dernier modifié d’abord',
  'datasets.read': 'Un jeu de données, avec ses fichiers et ses adresses',
  'changes.list':
    'Ce qui s’est passé dans les groupes de la personne, ou dans l’un d’eux, le plus ancien d’abord. « next » est toujours donné : redemandez avec lui comme « after », aussitôt après une page pleine, plus tard sinon. Une ligne peut venir deux fois après une restauration, aucune ne manque',
  search: 'Chercher dans tout ce que la personne peut lire, le plus pertinent d’abord',
} as const;

/** What an operation is called. */
export type OperationName = keyof typeof apiOperations;
