import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { TemplateError } from '#shared/errors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { programmeTemplates } from '../seed/templates.ts';
import { documentTemplates as templates } from './template-schema.ts';

/** A template of a group's own. */
export interface GroupTemplate {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly BlockJson[];
}

interface InGroup {
  readonly templateId: string;
  readonly groupId: string;
}

const columns = { id: templates.id, name: templates.name, blocks: templates.blocks };

/** The templates that a group keeps, by name. */
export async function listGroupTemplates(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<GroupTemplate[]> {
  const rows = await db
    .select(columns)
    .from(templates)
    .where(and(eq(templates.groupId, groupId), isNull(templates.removedAt)));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** What a new document of a group may begin with: a key, a name, when to choose it (null for the group's own), its text. */
interface OfferedTemplate {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly blocks: readonly BlockJson[];
}

/** [C5] The programme's templates, then the group's own. */
export async function listOfferedTemplates(
  db: Db,
  group: { groupId: Readable<'group'> },
): Promise<OfferedTemplate[]> {
  const own = await listGroupTemplates(db, group);
  return [
    ...programmeTemplates,
    ...own.map(({ id: key, name, blocks }) => ({ key, name, description: null, blocks })),
  ];
}

/** The template, of this group only, and who kept it; null when it is not there. */
export async function findGroupTemplate(
  db: Db,
  template: InGroup,
): Promise<(GroupTemplate & { readonly createdBy: string }) | null> {
  const [found] = await db
    .select({ ...columns, createdBy: templates.createdBy })
    .from(templates)
    .where(live(template));
  return found ?? null;
}

/** [C6] Keeps a text as a template of the group; `templateId` is new, `name` went through `parseName`. */
export async function saveTemplate(
  tx: Tx,
  input: InGroup & { name: string; blocks: readonly BlockJson[]; by: string; now: Date },
): Promise<Result<{ name: string }, never>> {
  const { templateId: id, groupId, name, blocks, by: createdBy, now: createdAt } = input;
  await tx.insert(templates).values({ id, groupId, name, blocks, createdBy, createdAt });
  return ok({ name });
}

/** [C6] Gives a template another name, which went through `parseName`. Refused: 'template.notFound'. */
export async function renameTemplate(
  tx: Tx,
  { name, ...template }: InGroup & { name: string },
): Promise<Result<{ name: string }, TemplateError>> {
  const changed = await tx
    .update(templates)
    .set({ name })
    .where(live(template))
    .returning({ id: templates.id });
  return changed.length > 0 ? ok({ name }) : fail('template.notFound');
}

/** [C6] Removes a template, or brings it back; documents made from it are left alone. Refused: 'template.notFound'. */
export async function setTemplateRemoved(
  tx: Tx,
  { removedAt, ...template }: InGroup & { removedAt: Date | null },
): Promise<Result<{ name: string }, TemplateError>> {
  const { templateId, groupId } = template;
  const removed = and(
    eq(templates.id, templateId),
    eq(templates.groupId, groupId),
    isNotNull(templates.removedAt),
  );
  const [changed] = await tx
    .update(templates)
    .set({ removedAt })
    .where(removedAt ? live(template) : removed)
    .returning({ name: templates.name });
  return changed ? ok(changed) : fail('template.notFound');
}

function live({ templateId, groupId }: InGroup) {
  return and(eq(templates.id, templateId), eq(templates.groupId, groupId), isNull(templates.removedAt));
}
