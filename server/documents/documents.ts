import { setVisibility } from '#db/documents/access/document-access.ts';
import { listPlaces, putIntoFolder } from '#db/documents/document-places.ts';
import { findGroupTemplate } from '#db/documents/document-templates.ts';
import { createDocument, type DocumentForMember } from '#db/documents/documents.ts';
import { linkFiles } from '#db/documents/file/files.ts';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import type { Db } from '#db/kernel/client.ts';
import { programmeTemplates } from '#db/seed/templates.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { anewOutcomes } from '#shared/documents/outcome/outcome-copies.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { filesOf } from '#shared/documents/text/document-files.ts';
import type { TemplateError, TitleError } from '#shared/errors.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Rooms } from '../realtime/rooms.ts';

interface Made {
  readonly id: string;
  readonly title: string;
}

/** A document to make. The caller has checked that this person may make documents in the group. */
export interface NewDocument {
  readonly groupId: string;
  readonly title: string;
  readonly by: string;
  /** The key of one of the programme's templates, or the id of one of the group's; empty for a blank document. */
  readonly template?: string;
  /** What it begins with, instead of a template. */
  readonly blocks?: readonly BlockJson[];
  readonly folderId?: string | null;
}

/** Documents that are made with a text in them. */
export interface Documents {
  /** [C5] Refuses title errors, and 'template.notFound' for a template that is neither the programme's nor this group's. */
  create(input: NewDocument): Promise<Result<Made, TitleError | TemplateError>>;
  /** [C7] A copy beside the document, in the name of whoever copies. The caller has checked both rights. */
  duplicate(document: DocumentForMember, by: string): Promise<Made>;
}

interface DocumentsOptions {
  readonly db: Db;
  readonly rooms: Rooms;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createDocuments({ db, rooms, now, newId }: DocumentsOptions): Documents {
  async function blocksOf(template: string, groupId: string): Promise<readonly BlockJson[] | null> {
    if (template === '') return [];
    const known = programmeTemplates.find(({ key }) => key === template);
    if (known) return known.blocks;
    return (await findGroupTemplate(db, { templateId: template, groupId }))?.blocks ?? null;
  }

  /** Writes the text in its maker's name, in a worker: a long one must hold nobody up. Nothing is left of what fails. */
  async function fill(documentId: string, by: string, blocks: readonly BlockJson[]): Promise<void> {
    if (blocks.length === 0) return;
    const room = roomName({ kind: 'document', id: documentId });
    try {
      await rooms.apply(room, { userId: by }, 'document.append', {
        blocks: anewOutcomes(blocks, newId),
      });
      await linkFiles(db, { documentId, fileIds: filesOf(blocks) });
    } catch (error) {
      await db.transaction((tx) => deleteForGood(tx, room, now()));
      throw error;
    }
  }

  async function make({ groupId, title, by }: NewDocument): Promise<Result<Made, TitleError>> {
    return createDocument(db, { documentId: newId(), groupId, by, title, now: now(), activityId: newId() });
  }

  return {
    async create(input) {
      const blocks = input.blocks ?? (await blocksOf(input.template ?? '', input.groupId));
      if (!blocks) return fail('template.notFound');
      const made = await make(input);
      if (!made.ok) return made;
      const { id: documentId } = made.value;
      await fill(documentId, input.by, blocks);
      // A folder that has gone meanwhile costs nothing: the document is at the top.
      if (input.folderId)
        await putIntoFolder(db, { documentId, groupId: input.groupId, folderId: input.folderId });
      return made;
    },

    async duplicate({ id, title, group, visibility }, by) {
      const { value: blocks } = await rooms.read(roomName({ kind: 'document', id }), 'blocks');
      const place = (await listPlaces(db, { groupId: group.id })).get(id);
      const made = await make({ groupId: group.id, title: organising.copyOf(title).slice(0, TITLE_MAX), by });
      if (!made.ok) throw new Error(`a copy has no title: ${made.error}`);
      const change = { documentId: made.value.id, groupId: group.id };
      // Before its text: nobody may read in a copy what they may not read in the document.
      if (visibility === 'restricted') {
        const ids = { activityId: newId(), accessId: newId() };
        await setVisibility(db, { ...change, ...ids, visibility, by, now: now() });
      }
      await fill(change.documentId, by, blocks);
      if (place?.folderId) await putIntoFolder(db, { ...change, folderId: place.folderId });
      return made.value;
    },
  };
}
