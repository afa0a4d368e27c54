/** What every command of the terminal says of where it works, and why it does not. */
export const command = {
  place: (database: string | null, folder: string) => `Base : ${database ?? 'intégrée'}, dossier : ${folder}`,
  noFolder: (folder: string) =>
    `Le dossier de données ${folder} n’existe pas, et aucune commande n’en crée : donnez DATA_DIR, et lancez la commande avec les réglages du service. Pour restaurer sur une machine neuve, créez d’abord ce dossier, vide. Rien n’a été fait.`,
  ofAnother: (folder: string, user: string) =>
    `Le dossier de données ${folder} appartient à ${user} : lancée par root, cette commande y laisserait des fichiers que Cordée ne pourrait plus lire. Lancez-la sous le compte ${user}, avec les réglages du service. Rien n’a été fait.`,
  numbered: (uid: number) => `n° ${uid}`,
  noDatabase: (folder: string) =>
    `Le dossier de données ${folder} ne contient pas de base : est-ce le bon ? Donnez DATA_DIR, ou DATABASE_URL si la base est ailleurs, et lancez la commande avec les réglages du service. Rien n’a été fait.`,
  noTables:
    'Cette base ne contient aucune table de Cordée : est-ce la bonne ? Vérifiez DATABASE_URL, et lancez la commande avec les réglages du service. Rien n’a été fait.',
  older:
    'Cette base a été préparée par une version plus ancienne de Cordée : démarrez celle-ci une fois, qui la met à jour, puis relancez la commande. Rien n’a été fait.',
} as const;
