import { paths } from '#shared/paths.ts';
import type { Line } from './lines.ts';

type Opened = Pick<Line, 'objectKind' | 'objectId' | 'title' | 'group' | 'cardId' | 'verb'>;

/** Where a line leads: to its object, to the trash that it is in, or to its group when it has no page of its own. */
export function pathOfLine({ objectKind, objectId, title, group, cardId, verb }: Opened): string {
  const object = { id: objectId, title };
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
  if (objectKind === 'check') return paths.check(objectId);
  if (objectKind === 'meeting' || objectKind === 'minutes') return paths.meeting(object);
  return ofGroup ? paths.group(ofGroup) : paths.notifications();
}
