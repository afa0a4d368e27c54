import { z } from 'zod';
import {
  addDossierItem,
  moveDossierItem,
  presentDossierItem,
  publishDossier,
  removeDossierItem,
  withdrawDossier,
} from '#db/publication/dossier/thematic-dossier-items.ts';
import {
  createDossier,
  type DossierForEditor,
  deleteDossierDraft,
  editDossier,
  holdDossier,
} from '#db/publication/dossier/thematic-dossiers.ts';
import { chosen, Id, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import {
  parseDossierLine,
  parseDossierTitle,
  parseIntroduction,
} from '#shared/publication/dossier/thematic-dossier.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, onPlatform } from '../../people/rights.ts';

type OnDossier = ByPerson & { readonly dossier: DossierForEditor };

/** [TD1] Whoever coordinates, in a dossier, which is held; for all others it is absent. */
const editing: Right<{ readonly dossierId: string }, OnDossier> = async (
  { tx },
  { userId },
  { dossierId },
) => {
  const dossier = userId === null ? null : await holdDossier(tx, { dossierId, userId });
  return userId !== null && dossier ? ok({ by: userId, dossier }) : fail('access.notFound');
};

const Fields = z.object({
  title: read(parseDossierTitle),
  themeId: chosen('thematicDossier.themeMissing'),
  introduction: read(parseIntroduction),
});
/** `seen`: the revision that whoever changes it has seen. */
const OfDossier = z.object({ dossierId: Id, seen: z.string().max(20).transform(seenIn) });
const OfItem = OfDossier.extend({ item: chosen('thematicDossier.itemNotPublished') });
const Line = z.object({ line: read(parseDossierLine) });
const CHANGED = { 'thematicDossier.changedMeanwhile': '' } as const;
const GONE = { ...CHANGED, 'thematicDossier.itemGone': '' } as const;

/** [TD1] to [TD7] Thematic dossiers of the coordination. */
export const dossierOperations = {
  'thematicDossier.create': operation({
    input: Fields,
    right: onPlatform('programme.coordinate'),
    refusals: { 'thematicDossier.themeMissing': 'themeId' },
    run: ({ tx, by, now, newId }, fields) =>
      createDossier(tx, { dossierId: newId(), fields, userId: by, now }),
  }),

  'thematicDossier.edit': operation({
    input: OfDossier.extend(Fields.shape),
    right: editing,
    refusals: { ...CHANGED, 'thematicDossier.themeMissing': 'themeId' },
    run: (act, { dossierId: _, seen, ...fields }) => editDossier(act.tx, { ...changeOf(act), seen, fields }),
  }),

  'thematicDossier.addItem': operation({
    input: OfItem.extend(Line.shape),
    right: editing,
    refusals: {
      ...CHANGED,
      'thematicDossier.itemTwice': 'item',
      'thematicDossier.full': '',
      'thematicDossier.itemNotPublished': 'item',
    },
    run: (act, { seen, item: documentId, line }) =>
      addDossierItem(act.tx, { ...changeOf(act), seen, documentId, line }),
  }),

  'thematicDossier.presentItem': operation({
    input: OfItem.extend(Line.shape),
    right: editing,
    refusals: GONE,
    run: (act, { seen, item: documentId, line }) =>
      presentDossierItem(act.tx, { ...changeOf(act), seen, documentId, line }),
  }),

  'thematicDossier.removeItem': operation({
    input: OfItem,
    right: editing,
    refusals: GONE,
    run: (act, { seen, item: documentId }) =>
      removeDossierItem(act.tx, { ...changeOf(act), seen, documentId }),
  }),

  'thematicDossier.moveItem': operation({
    input: OfItem.extend({ direction: z.enum(['up', 'down']) }),
    right: editing,
    refusals: GONE,
    run: (act, { seen, item: documentId, direction }) =>
      moveDossierItem(act.tx, { ...changeOf(act), seen, documentId, direction }),
  }),

  'thematicDossier.publish': operation({
    input: OfDossier,
    right: editing,
    refusals: {
      ...CHANGED,
      'thematicDossier.introductionMissing': '',
      'thematicDossier.nothing': '',
    },
    run: (act, { seen }) => publishDossier(act.tx, { ...changeOf(act), seen, newId: act.newId }),
  }),

  'thematicDossier.withdraw': operation({
    input: OfDossier,
    right: editing,
    refusals: { ...CHANGED, 'thematicDossier.notPublished': '' },
    run: (act, { seen }) => withdrawDossier(act.tx, { ...changeOf(act), seen }),
  }),

  'thematicDossier.deleteDraft': operation({
    input: OfDossier,
    right: editing,
    refusals: { ...CHANGED, 'thematicDossier.wasPublished': '' },
    run: (act, { seen }) => deleteDossierDraft(act.tx, { ...changeOf(act), seen }),
  }),
};

function changeOf({ dossier, by, now }: Act & OnDossier) {
  return { dossier, userId: by, now };
}
