import { roomName } from '#shared/realtime/realtime.ts';
import type { NewlyNamed } from '../../documents/document-edits.ts';
import type { PastStates } from '../../realtime/log/past-states.ts';

/** [NO2] Whom the text of a document has come to name, by its states before and after. */
export function newlyNamed({ readPast }: Pick<PastStates, 'readPast'>): NewlyNamed {
  return async (documentId, { came, to }) => {
    const room = roomName({ kind: 'document', id: documentId });
    const namedAt = async (seq: number) => {
      const { value } = await readPast(room, 'document', { seq }, { by: { server: 'notifications' } });
      return value.objects.flatMap(({ kind, id }) => (kind === 'person' ? [id] : []));
    };
    const after = await namedAt(to);
    if (after.length === 0) return [];
    const before = came === 0 ? [] : await namedAt(came);
    return after.filter((id) => !before.includes(id));
  };
}
