import type { RouterContextProvider } from 'react-router';
import { type ApplicationForReader, findApplication } from '#db/programme/application/applications.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { isMergedText, rowsOfBlock } from '#shared/programme/application/answers-of.ts';
import {
  type ApplicationEdit,
  addressOf,
  type RawAnswers,
} from '#shared/programme/application/application-doc.ts';
import type { Form, FormField, SimpleField } from '#shared/programme/application/form.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

/** The person and the application of an address segment, if they may see it. */
export async function requireApplication(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
): Promise<{ member: Member; application: ApplicationForReader }> {
  const member = requireMember(context);
  const applicationId = idOfSegment(segment);
  const { db } = context.get(servicesContext);
  const application = applicationId ? await findApplication(db, { applicationId, userId: member.id }) : null;
  if (!application) throw notFound();
  return { member, application };
}

/**
 * [AP4] What the form of a section says, sent without script. Whatever is as the page showed it changes nothing, so that what
 * colleagues wrote since stays.
 */
export function editsOfForm(
  form: Form,
  section: string,
  sent: FormData,
  raw: RawAnswers,
  newId: () => string,
): ApplicationEdit[] {
  const fields = form.sections.find(({ key }) => key === section)?.fields ?? [];
  const edits = fields.flatMap((field) => editsOfField(field, sent, raw));
  const block = String(sent.get('addRow') ?? '');
  if (fields.some(({ key, kind }) => key === block && kind === 'rows'))
    edits.push({ kind: 'addRow', block, row: newId() });
  const [from = '', row = ''] = String(sent.get('removeRow') ?? '').split('/');
  if (fields.some(({ key }) => key === from) && row) edits.push({ kind: 'removeRow', block: from, row });
  return edits;
}

function editsOfField(field: FormField, sent: FormData, raw: RawAnswers): ApplicationEdit[] {
  if (field.kind !== 'rows') return editsOfAnswer(field, addressOf(field.key), sent);
  return rowsOfBlock(field, raw).flatMap((row) =>
    field.fields.flatMap((inner) =>
      editsOfAnswer(inner, addressOf(inner.key, { block: field.key, row }), sent),
    ),
  );
}

function editsOfAnswer(field: SimpleField, address: string, sent: FormData): ApplicationEdit[] {
  const value = (part = ''): ApplicationEdit[] => {
    const given = sent.get(address + part);
    return typeof given === 'string'
      ? [{ kind: 'value', address: address + part, value: given || null }]
      : [];
  };
  const box = (part = ''): ApplicationEdit => ({
    kind: 'value',
    address: address + part,
    // A box that is not ticked is not sent at all.
    value: sent.has(address + part) ? true : null,
  });
  if (field.kind === 'file') return [];
  if (field.kind === 'commitment') return [box()];
  if (field.kind === 'choices') return field.choices.map(({ key }) => box(`#${key}`));
  if (field.kind === 'period') return [...value('#from'), ...value('#to')];
  const given = sent.get(address);
  if (typeof given !== 'string') return [];
  if (isMergedText(field)) return [{ kind: 'text', address, text: given.replaceAll('\r\n', '\n') }];
  if (field.kind === 'yesNo')
    return [{ kind: 'value', address, value: given === '' ? null : given === 'true' }];
  return value();
}
