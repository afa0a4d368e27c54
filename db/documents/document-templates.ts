import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { NameError, TemplateError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import type { Db } from '../kernel/client.ts';
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

/** The templates that a group keeps, by name. The caller has checked the group. */
export async function listGroupTemplates(db: Db, { groupId }: { groupId: string }): Promise<GroupTemplate[]> {
  const rows = await db
    .select(columns)
    .from(templates)
    .where(and(eq(templates.groupId, groupId), isNull(templates.removedAt)));
  const { compare } = new Intl.Collator('fr', { numeric: true });
  return rows.sort((a, b) => compare(a.name, b.name));
}

/** What a new document of a group may begin with: a key, a name, when to choose it (null for the group's own), its text. */
interface OfferedTemplate {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly blocks: readonly BlockJson[];
}

/** [C5] The programme's templates, then the group's own. The caller has checked the group. */
export async function listOfferedTemplates(db: Db, group: { groupId: string }): Promise<OfferedTemplate[]> {
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

/** [C6] Keeps a text as a template of the group; `templateId` is new. Refused: name errors. */
export async function saveTemplate(
  db: Db,
  input: InGroup & { name: string; blocks: readonly BlockJson[]; by: string; now: Date },
): Promise<Result<{ name: string }, NameError>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const { templateId: id, groupId, blocks, by: createdBy, now: createdAt } = input;
  await db.insert(templates).values({ id, groupId, name: name.value, blocks, createdBy, createdAt });
  return ok({ name: name.value });
}

/** [C6] Gives a template another name. Refused: name errors, 'template.notFound'. */
export async function renameTemplate(
  db: Db,
  { name: typed, ...template }: InGroup & { name: string },
): Promise<Result<{ name: string }, NameError | TemplateError>> {
  const name = parseName(typed);
  if (!name.ok) return name;
  const changed = await db
    .update(templates)
    .set({ name: name.value })
    .where(live(template))
    .returning({ id: templates.id });
  return changed.length > 0 ? ok({ name: name.value }) : fail('template.notFound');
}

/** [C6] Removes a template, or brings it back; documents made from it are left alone. Refused: 'template.notFound'. */
export async function setTemplateRemoved(
  db: Db,
  { removedAt, ...template }: InGroup & { removedAt: Date | null },
): Promise<Result<{ name: string }, TemplateError>> {
  const { templateId, groupId } = template;
  const removed = and(
    eq(templates.id, templateId),
    eq(templates.groupId, groupId),
    isNotNull(templates.removedAt),
  );
  const [changed] = await db
    .update(templates)
    .set({ removedAt })
    .where(removedAt ? live(template) : removed)
    .returning({ name: templates.name });
  return changed ? ok(changed) : fail('template.notFound');
}

function live({ templateId, groupId }: InGroup) {
  return and(eq(templates.id, templateId), eq(templates.groupId, groupId), isNull(templates.removedAt));
}
