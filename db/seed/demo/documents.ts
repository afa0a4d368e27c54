import type { DemoDocument } from './demo-document.ts';
import { besoinsDeDonnees } from './documents/besoins-de-donnees.ts';
import { carteIlotsDeFraicheur } from './documents/carte-ilots-de-fraicheur.ts';
import { charteArbreUrbain } from './documents/charte-arbre-urbain.ts';
import { compteRenduLancement } from './documents/compte-rendu-lancement.ts';
import { conventionPartage } from './documents/convention-partage.ts';
import { essencesClimat2050 } from './documents/essences-climat-2050.ts';
import { guideIlotsDeChaleur } from './documents/guide-ilots-de-chaleur.ts';
import { haiesEtCorridors } from './documents/haies-et-corridors.ts';
import { inventorierSansToutMesurer } from './documents/inventorier-sans-tout-mesurer.ts';
import { journalArbresEtOmbrage } from './documents/journal-arbres-et-ombrage.ts';
import { noteDonneesInondation } from './documents/note-donnees-inondation.ts';
import { protocoleOmbre } from './documents/protocole-ombre.ts';
import { recenserReperesDeCrue } from './documents/recenser-reperes-de-crue.ts';
import { ruissellementJourDOrage } from './documents/ruissellement-jour-d-orage.ts';
import { trameEntretiens } from './documents/trame-entretiens.ts';

/** Every document of the demonstration, group by group. */
export const demoDocuments: readonly DemoDocument[] = [
  guideIlotsDeChaleur,
  carteIlotsDeFraicheur,
  compteRenduLancement,
  trameEntretiens,
  besoinsDeDonnees,
  essencesClimat2050,
  inventorierSansToutMesurer,
  protocoleOmbre,
  charteArbreUrbain,
  haiesEtCorridors,
  journalArbresEtOmbrage,
  conventionPartage,
  noteDonneesInondation,
  ruissellementJourDOrage,
  recenserReperesDeCrue,
];
