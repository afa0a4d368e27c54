/** [SC19] What somebody is told whose request the database refused. It comes with the answer, so that no page has to bring it. */
export const databaseRefusal = {
  pages: {
    absent: {
      title: 'Choix introuvable',
      text: 'Ce que vous avez choisi n’existe pas, ou n’existe plus : rien n’a été enregistré. Revenez en arrière, rechargez la page, et choisissez de nouveau.',
    },
    taken: {
      title: 'Déjà enregistré',
      text: 'La même chose existe déjà, ou vient d’être enregistrée au même moment : rien n’a été fait deux fois. Revenez en arrière, et rechargez la page pour voir ce qui est gardé.',
    },
    unholdable: {
      title: 'Valeur impossible à enregistrer',
      text: 'Un nombre, une date ou un texte sort de ce qui peut être gardé : rien n’a été enregistré. Revenez en arrière, et vérifiez ce que vous aviez saisi.',
    },
  },
} as const;
