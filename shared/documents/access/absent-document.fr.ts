/** Words under the page of a document that is absent for its reader: apart, since every document page carries them. */
export const absentDocument = {
  title: 'Demander l’accès',
  lead: 'Si un document se trouve à cette adresse, vous pouvez en demander l’accès à ses responsables. Ils verront votre nom, votre organisation et votre message.',
  message: 'Message',
  messageHint: 'Dites en quelques mots pourquoi. 500 caractères au plus.',
  submit: 'Demander l’accès',
} as const;
