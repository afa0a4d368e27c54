/** Why something of a thematic dossier was refused. */
export type ThematicDossierError =
  | 'thematicDossier.titleMissing'
  | 'thematicDossier.titleTooLong'
  | 'thematicDossier.themeMissing'
  | 'thematicDossier.introductionMissing'
  | 'thematicDossier.introductionTooLong'
  | 'thematicDossier.lineTooLong'
  | 'thematicDossier.itemNotPublished'
  | 'thematicDossier.itemTwice'
  | 'thematicDossier.itemGone'
  | 'thematicDossier.full'
  | 'thematicDossier.nothing'
  | 'thematicDossier.notPublished'
  | 'thematicDossier.wasPublished'
  | 'thematicDossier.changedMeanwhile';
