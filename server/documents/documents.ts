import { findGroupTemplate } from '#db/documents/document-templates.ts';
import type { Db } from '#db/kernel/client.ts';
import { programmeTemplates } from '#db/seed/templates.ts';
import { anewOutcomes } from '#shared/documents/outcome/outcome-copies.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { filesOf } from '#shared/documents/text/document-files.ts';
import type { TemplateError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { roomOf } from './document-rights.ts';
import { type Beginning, BLANK } from './new-document.ts';

/** What documents begin with: texts that are written in the name of whoever makes the document, before it is made. */
export interface Documents {
  /**
   * [C5] By the key of one of the programme's templates, or the id of one of the group's; empty for a blank document. Refuses
   * 'template.notFound' for one that is neither the programme's nor this group's.
   */
  begin(template: string, groupId: string, by: string): Promise<Result<Beginning, TemplateError>>;
  /** With this text; `authors` wrote it before its maker. */
  beginWith(blocks: readonly BlockJson[], by: string, authors?: readonly string[]): Promise<Beginning>;
  /** [C7] As a copy of a document. */
  beginAs(documentId: string, by: string): Promise<Beginning>;
}

interface DocumentsOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'draft' | 'read'>;
  readonly newId: () => string;
}

export function createDocuments({ db, rooms, newId }: DocumentsOptions): Documents {
  async function beginWith(
    blocks: readonly BlockJson[],
    by: string,
    authors: readonly string[] = [],
  ): Promise<Beginning> {
    if (blocks.length === 0) return BLANK;
    const updates = await rooms.draft(by, 'document.append', { blocks: anewOutcomes(blocks, newId) });
    return { updates: [...updates], fileIds: filesOf(blocks), writers: [by, ...authors] };
  }

  return {
    beginWith,

    async begin(template, groupId, by) {
      if (template === '') return ok(BLANK);
      const known = programmeTemplates.find(({ key }) => key === template);
      if (known) return ok(await beginWith(known.blocks, by));
      const own = await findGroupTemplate(db, { templateId: template, groupId });
      return own ? ok(await beginWith(own.blocks, by, [own.createdBy])) : fail('template.notFound');
    },

    async beginAs(documentId, by) {
      return beginWith((await rooms.read(roomOf(documentId), 'blocks', inNameOf(by))).value, by);
    },
  };
}
