import { KINDS } from '#shared/kinds.ts';
import { paths } from '#shared/paths.ts';
import { PROGRAMME_KINDS, type ProgrammeKind } from '#shared/people/activity/programme-events.ts';
import type { Titled } from '../../kernel/address-parts.ts';
import { deskPaths } from '../../programme/facilitator/desk-paths.ts';
import { programmePaths } from '../../programme/programme-paths.ts';
import { topicPaths } from '../../programme/topic/topic-paths.ts';
import { adoptionPaths } from '../../publication/adoption/adoption-paths.ts';
import type { Line } from './lines.ts';

type Opened = Pick<Line, 'objectKind' | 'objectId' | 'title' | 'group' | 'cardId' | 'place' | 'verb'>;

/** [NO12] The page of an object of the programme, at the place that is spoken of. */
export function programmePath(kind: ProgrammeKind, object: Titled, place: string | null): string {
  if (kind === 'adoption') return adoptionPaths.adoptionInterest(object);
  if (kind === 'experiment' && place !== null && /^(?:log|evaluation):/.test(place))
    return programmePaths.experimentComment(object, place);
  const ofNone = { documentId: null, boardId: null, parentId: null, cardId: null };
  const { path } = KINDS[kind];
  return path({ ...ofNone, sharedGroupId: null, cityCode: null, id: object.id, title: object.title ?? '' });
}

/** Where a line leads: to its object, to the trash that it is in, or to its group when it has no page of its own. */
export function pathOfLine({ objectKind, objectId, title, group, cardId, place, verb }: Opened): string {
  const object = { id: objectId, title };
  if (verb === 'facilitator.asked' || verb === 'facilitator.checked') return deskPaths.territory();
  const ofProgramme = PROGRAMME_KINDS.find((kind) => kind === objectKind);
  if (ofProgramme) return programmePath(ofProgramme, object, place);
  const ofGroup = group && { id: group.id, title: group.name };
  if (verb?.endsWith('.trashed') && ofGroup) {
    if (objectKind === 'document') return paths.groupDocumentsTrash(ofGroup);
    if (objectKind === 'board') return paths.groupBoards(ofGroup);
    if (objectKind === 'resource') return paths.groupResourcesTrash(ofGroup);
    if (objectKind === 'dataset') return paths.datasets({ group: ofGroup.id });
  }
  if (objectKind === 'document' || objectKind === 'request') return paths.document(object);
  if (objectKind === 'board') {
    return cardId ? paths.boardCard(object, encodeURIComponent(cardId)) : paths.board(object);
  }
  if (objectKind === 'resource') return paths.resource(object);
  if (objectKind === 'dataset') return paths.dataset(object);
  if (objectKind === 'topic') return topicPaths.topic(object);
  if (objectKind === 'check') return paths.check(objectId);
  if (objectKind === 'meeting' || objectKind === 'minutes') return paths.meeting(object);
  return ofGroup ? paths.group(ofGroup) : paths.notifications();
}
