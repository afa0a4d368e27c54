/** Of the structure of the reader’s own city; homes bring these words alone. */
export const ownFacilitator = {
  ours: 'Notre animateur territorial',
  mine: 'Mon animateur territorial',
  empty: 'Aucune structure ne couvre encore votre territoire. Le réseau est présenté avec ses coordonnées.',
  all: 'Voir le réseau',
  write: 'Lui écrire',
  ask: 'Demander de l’aide',
  writeTo: (name: string) => `Lui écrire : ${name}`,
} as const;
