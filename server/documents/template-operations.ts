import { z } from 'zod';
import { renameTemplate, saveTemplate, setTemplateRemoved } from '#db/documents/document-templates.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { fail } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import { operation, type Right } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { type InDocument, inDocument } from './document-rights.ts';

const OfTemplate = z.object({ groupId: Id, templateId: Id });
const ABSENT = { 'template.notFound': '' } as const;

/** A restricted text would be read by the whole group as a template: only what the group sees becomes one. */
const ofOpenDocument: Right<{ readonly documentId: string }, InDocument> = async (act, asker, input) => {
  const found = await inDocument('document.organise')(act, asker, input);
  if (!found.ok) return found;
  const { visibility, groupRole } = found.value.document;
  const isOpen = visibility !== 'restricted' && canInGroup(groupRole, 'document.create');
  return isOpen ? found : fail('access.forbidden');
};

/** [C6] Templates that groups keep for themselves. Documents that were made from one are left alone. */
export const templateOperations = {
  /** What a document says now, as its live room says it. */
  'template.save': operation({
    input: z.object({
      documentId: Id,
      name: read(parseName),
      blocks: z.array(z.custom<BlockJson>()),
    }),
    right: ofOpenDocument,
    refusals: {},
    run: ({ tx, by, document, now, newId }, { name, blocks }) =>
      saveTemplate(tx, { templateId: newId(), groupId: document.group.id, name, blocks, by, now }),
  }),

  'template.rename': operation({
    input: OfTemplate.extend({ name: read(parseName) }),
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx }, input) => renameTemplate(tx, input),
  }),

  'template.remove': operation({
    input: OfTemplate,
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx, now }, input) => setTemplateRemoved(tx, { ...input, removedAt: now }),
  }),

  'template.restore': operation({
    input: OfTemplate,
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx }, input) => setTemplateRemoved(tx, { ...input, removedAt: null }),
  }),
};
