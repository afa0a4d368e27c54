import { setVisibility } from '#db/documents/access/document-access.ts';
import { listPlaces, putIntoFolder } from '#db/documents/document-places.ts';
import { findGroupTemplate } from '#db/documents/document-templates.ts';
import { createDocument, type DocumentForMember } from '#db/documents/documents.ts';
import { copyFileLinks, linkFiles } from '#db/documents/file/file-links.ts';
import type { Db } from '#db/kernel/client.ts';
import { programmeTemplates } from '#db/seed/templates.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { anewOutcomes } from '#shared/documents/outcome/outcome-copies.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { filesOf } from '#shared/documents/text/document-files.ts';
import type { TemplateError, TitleError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import { type ReadyWrite, writeNow, writeReady } from '../kernel/ready-write.ts';
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
  /** The same up to its transaction, with a text that is written already. Refuses 'template.notFound'. */
  prepare(input: NewDocument): Promise<Result<ReadyWrite<Made, TitleError>, TemplateError>>;
  /** [C7] A copy beside the document, in the name of whoever copies. The caller has checked both rights. */
  duplicate(document: DocumentForMember, by: string): Promise<Made>;
}

interface DocumentsOptions {
  readonly db: Db;
  readonly rooms: Rooms;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What a document begins with, and who wrote it before its maker. */
interface BeginningText {
  readonly blocks: readonly BlockJson[];
  readonly authors: readonly string[];
}

/** A document that is being made, in the transaction that makes it. */
interface Making {
  readonly documentId: string;
  readonly groupId: string;
  /** Those that its text shows. */
  readonly fileIds: readonly string[];
}

export function createDocuments({ db, rooms, now, newId }: DocumentsOptions): Documents {
  async function textOf(template: string, groupId: string): Promise<BeginningText | null> {
    if (template === '') return { blocks: [], authors: [] };
    const known = programmeTemplates.find(({ key }) => key === template);
    if (known) return { blocks: known.blocks, authors: [] };
    const own = await findGroupTemplate(db, { templateId: template, groupId });
    return own && { blocks: own.blocks, authors: [own.createdBy] };
  }

  /** Writes the text in its maker's name; what makes the document with it does what belongs with it too, in one transaction. */
  async function readyOf(
    {
      groupId,
      title,
      by,
      blocks,
    }: Pick<NewDocument, 'groupId' | 'title' | 'by'> & Pick<BeginningText, 'blocks'>,
    also: (tx: Db, making: Making) => Promise<unknown>,
  ): Promise<ReadyWrite<Made, TitleError>> {
    const documentId = newId();
    const text = { blocks: anewOutcomes(blocks, newId) };
    const updates = blocks.length > 0 ? await rooms.draft(by, 'document.append', text) : [];
    return {
      async make(tx) {
        const change = { documentId, groupId, by, now: now(), activityId: newId() };
        const made = await createDocument(tx, { ...change, title, updates });
        if (made.ok) await also(tx, { documentId, groupId, fileIds: filesOf(blocks) });
        return made;
      },
      tell() {
        if (updates.length > 0) rooms.tellMade(roomName({ kind: 'document', id: documentId }));
      },
    };
  }

  async function prepare(input: NewDocument): Promise<Result<ReadyWrite<Made, TitleError>, TemplateError>> {
    const { groupId, by, template = '', folderId } = input;
    const text = input.blocks ? { blocks: input.blocks, authors: [] } : await textOf(template, groupId);
    if (!text) return fail('template.notFound');
    const writers = [by, ...text.authors];
    const ready = await readyOf({ ...input, blocks: text.blocks }, async (tx, { fileIds, ...document }) => {
      await linkFiles(tx, { documentId: document.documentId, fileIds, writers, now: now() });
      // A folder that has gone meanwhile costs nothing: the document is at the top.
      if (folderId) await putIntoFolder(tx, { ...document, folderId });
    });
    return ok(ready);
  }

  return {
    prepare,

    create: async (input) => writeReady(db, await prepare(input)),

    async duplicate({ id, title: original, group, visibility }, by) {
      const { value: blocks } = await rooms.read(roomName({ kind: 'document', id }), 'blocks', inNameOf(by));
      const folderId = (await listPlaces(db, { groupId: group.id })).get(id)?.folderId;
      const title = organising.copyOf(original).slice(0, TITLE_MAX);
      const copy = { groupId: group.id, title, by, blocks };
      const ready = await readyOf(copy, async (tx, { fileIds, ...document }) => {
        // Nobody may read in a copy what they may not read in the document.
        if (visibility === 'restricted') {
          const ids = { activityId: newId(), accessId: newId() };
          await setVisibility(tx, { ...document, ...ids, visibility, by, now: now() });
        }
        await copyFileLinks(tx, { from: [id], to: document.documentId, fileIds });
        if (folderId) await putIntoFolder(tx, { ...document, folderId });
      });
      const made = await writeNow(db, ready);
      if (!made.ok) throw new Error(`a copy has no title: ${made.error}`);
      return made.value;
    },
  };
}
