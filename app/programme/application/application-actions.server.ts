import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { addCoLead, removeCoLead } from '#db/programme/application/application-co-leads.ts';
import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { takeOverApplication } from '#db/programme/application/application-creation.ts';
import { formFor } from '#db/programme/application/application-submission.ts';
import { restoreApplication, withdrawApplication } from '#db/programme/application/application-withdrawal.ts';
import type { ApplicationForReader } from '#db/programme/application/applications.ts';
import type { DomainError } from '#shared/errors.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { fr } from '#shared/words.fr.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { editsOfForm } from './application.server.ts';
import { askCorrection, type TypedCorrection } from './ask-correction.server.ts';

const Act = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), section: z.string().max(60), seq: SentSeq }),
  z.object({ intent: z.literal('submit'), key: z.string().min(1).max(64) }),
  z.object({ intent: z.literal('withdraw'), note: z.string().max(1_000) }),
  z.object({ intent: z.literal('restore') }),
  z.object({ intent: z.literal('askCorrection') }),
  z.object({ intent: z.literal('takeOver') }),
  z.object({ intent: z.enum(['addCoLead', 'removeCoLead']), organisation: z.string().max(64) }),
]);

/** Everything that the page of an application asks for. A refusal is said above the page; nothing that was typed is lost. */
export async function actOnApplication(
  context: Readonly<RouterContextProvider>,
  { member, application }: { member: Member; application: ApplicationForReader },
  sent: FormData,
) {
  const parsed = Act.safeParse(
    Object.fromEntries([...sent].filter(([, value]) => typeof value === 'string')),
  );
  if (!parsed.success) throw notOurs();
  const act = parsed.data;
  const { db, applications, now, newId } = context.get(servicesContext);
  const { id: applicationId } = application;
  if (act.intent === 'askCorrection') {
    const { asked, typed } = await askCorrection(context, { applicationId, userId: member.id }, sent);
    if (!asked.ok) return refusal(asked.error, typed);
    throw redirect(`${programmePaths.application(application)}?fait=${act.intent}`);
  }
  const change = { applicationId, userId: member.id, now: now(), eventId: newId() };
  const done = await (async () => {
    switch (act.intent) {
      case 'save':
        return save(context, application, member.id, act, sent);
      case 'submit':
        return applications.submit({ applicationId, userId: member.id, key: act.key });
      case 'withdraw':
        return withdrawApplication(db, { ...change, note: act.note });
      case 'restore':
        return restoreApplication(db, change);
      case 'takeOver':
        return takeOverApplication(db, change);
      case 'addCoLead':
        return addCoLead(db, { ...change, organisationId: act.organisation });
      case 'removeCoLead':
        return removeCoLead(db, { ...change, organisationId: act.organisation });
    }
  })();
  if (!done.ok) return refusal(done.error);
  applications.changed(applicationId);
  throw redirect(`${programmePaths.application(application)}?fait=${act.intent}`);
}

function refusal(error: DomainError, correction?: TypedCorrection) {
  if (error === 'access.notFound') throw notFound();
  const isForbidden = error === 'application.leadOnly' || error === 'access.forbidden';
  return data({ error: fr.errors[error], correction }, { status: isForbidden ? 403 : 422 });
}

async function save(
  context: Readonly<RouterContextProvider>,
  application: ApplicationForReader,
  userId: string,
  { section, seq }: { section: string; seq: number },
  sent: FormData,
) {
  const { db, applications, newId } = context.get(servicesContext);
  const { id: applicationId, call, status, formVersion } = application;
  const room = roomName({ kind: 'application', id: applicationId });
  const { value: raw, seq: newest } = await readRoom(context, room, 'application');
  const { form } = await formFor(db, call.id, status === 'correction' ? formVersion : undefined);
  const [correction] = status === 'correction' ? await listCorrections(db, { applicationId, userId }) : [];
  const asked = correction ? onlyFields(form, correction.fields) : form;
  const edits = editsOfForm(asked, section, sent, raw, newId);
  return applications.edit({ applicationId, userId, edits, ...(seq < newest && { since: seq }) });
}

function onlyFields<Form extends Awaited<ReturnType<typeof formFor>>['form']>(
  form: Form,
  keys: readonly string[],
) {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ key }) => keys.includes(key)),
  }));
  return { ...form, sections };
}
