/** What the server answers to a request that it does not take, or cannot answer now: words that no page carries along. */
export const refusedRequest = {
  /** What is stored of a document or board is damaged; or the database does not answer. */
  unreadable:
    'Ce contenu ne peut pas être ouvert, car une partie de ce qui en est conservé est illisible. Rien n’en est effacé ; l’administration trouve dans le journal du serveur de quoi le rétablir.',
  unavailable:
    'Ce contenu ne peut pas être lu pour l’instant. Rien n’est perdu ; rechargez la page dans un moment.',
  /** Much is being done for the same account already. */
  inTurn:
    'Plusieurs de vos demandes attendent déjà leur tour. Rien n’est perdu ; rechargez la page dans un moment.',
  /** The store of files does not answer. */
  fileUnavailable:
    'Ce fichier ne peut pas être lu pour l’instant. Rien n’est perdu ; réessayez dans un moment.',
  /** What a page of another site sends in a person's name. */
  foreignRequest: {
    title: 'Demande refusée',
    text: 'Elle vient d’un autre site. Revenez à l’accueil, et recommencez depuis la page de Cordée.',
  },
  /** The request itself cannot be read: an address, a header or a body that is none. */
  unreadableRequest: {
    title: 'Demande illisible',
    text: 'Cette adresse ou ce qui l’accompagne n’a pas pu être lu. Vérifiez le lien, ou revenez à l’accueil.',
  },
  unstorableText: {
    title: 'Texte impossible à enregistrer',
    text: 'Il contient un caractère invisible qui ne peut pas être gardé, souvent copié d’un PDF. Revenez en arrière, et tapez de nouveau le passage copié : rien de ce que vous aviez enregistré n’a changé.',
  },
  longRequest: {
    title: 'Envoi trop long',
    text: 'Ce qui a été envoyé dépasse ce que cette page accepte ; rien n’en a été gardé. Revenez en arrière, et raccourcissez le texte. Si votre session a pris fin, reconnectez-vous d’abord.',
  },
  slowRequest: {
    title: 'Envoi interrompu',
    text: 'Ce qui a été envoyé arrivait trop lentement ; rien n’en a été gardé. Revenez en arrière, et envoyez de nouveau.',
  },
  busy: {
    title: 'Trop d’envois à la fois',
    text: 'Rien n’a été gardé de celui-ci. Revenez en arrière, attendez quelques secondes, et envoyez de nouveau.',
  },
  /** A form that our own pages do not send: a gesture or a choice that the page does not offer. */
  notOurs: {
    title: 'Demande non reconnue',
    text: 'Ce qui a été envoyé ne correspond à rien de ce que cette page propose ; rien n’a été changé. Rechargez la page, puis recommencez.',
  },
  /** The database, the store of files or Redis. */
  away: {
    title: 'Indisponible pour l’instant',
    text: 'Cordée ne peut pas répondre en ce moment. Ce que vous aviez enregistré est intact. Attendez quelques secondes, puis rechargez la page ; si vous veniez d’envoyer quelque chose, regardez d’abord si c’est arrivé.',
  },
} as const;
