import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { correctDay, logDay } from '#db/programme/mission/mission-days.ts';
import { addDeliverable } from '#db/programme/mission/mission-deliverables.ts';
import {
  changeMissionState,
  extendMission,
  nameConsultant,
  removeConsultant,
} from '#db/programme/mission/mission-orders.ts';
import type { DomainError } from '#shared/errors.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import {
  DELIVERY_VERDICTS,
  MISSION_STATES,
  parseAdded,
  parseDay,
  parseMissionReason,
  parseWorked,
} from '#shared/programme/mission/mission.ts';
import { canInMission } from '#shared/programme/mission/mission-access.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { readResourceForm, sentUpload } from '../../library/resource/resource-form.server.ts';
import type { ReceivedUpload } from '../../library/resource/typed-form.ts';

type Context = Readonly<RouterContextProvider>;
interface On {
  readonly mission: MissionForMember;
  readonly userId: string;
}

const text = z.string().max(20_000).catch('');
const id = z.string().max(64).catch('');
const Gesture = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('log'),
    day: text,
    city: id,
    consultant: id,
    quarters: text,
    work: text,
  }),
  z.object({
    intent: z.literal('correct'),
    replaces: id,
    day: text,
    city: id,
    quarters: text,
    work: text,
    reason: text,
  }),
  z.object({ intent: z.literal('extend'), added: text, endsOn: text, reason: text }),
  z.object({ intent: z.literal('state'), to: z.enum(MISSION_STATES), reason: text }),
  z.object({ intent: z.literal('name'), consultant: id }),
  z.object({ intent: z.literal('remove'), consultant: id }),
  z.object({ intent: z.literal('deliverable'), title: text, dueOn: text }),
  z.object({ intent: z.literal('answer'), delivery: id, verdict: z.enum(DELIVERY_VERDICTS), reason: text }),
]);
type Typed =
  | z.output<typeof Gesture>
  | { readonly intent: 'deliver'; readonly deliverable: string; readonly upload: ReceivedUpload | null };

/** What the page shows again when a gesture is refused: a sentence a field, and what was typed. */
function refuse(typed: Typed, errors: Readonly<Record<string, string>>) {
  return data({ intent: typed.intent, errors, typed }, { status: 422 });
}

function sayNo(typed: Typed, field: string, error: DomainError) {
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  return refuse(typed, { [field]: fr.errors[error] });
}

/** What somebody does on the page of a mission. */
export async function changeMission(context: Context, on: On, form: FormData) {
  const typed = parseForm(Gesture, form);
  const { db, now, newId, missions } = context.get(servicesContext);
  const { mission, userId } = on;
  const change = { missionId: mission.id, userId, now: now() };
  const back = redirect(programmePaths.mission(mission));
  switch (typed.intent) {
    case 'log':
    case 'correct': {
      const day = parseDay(typed.day);
      const quarters = parseWorked(typed.quarters, typed.intent === 'correct');
      const work = typed.work.trim();
      const reason = typed.intent === 'correct' ? parseMissionReason(typed.reason) : null;
      const errors = {
        ...(!day && { day: fr.errors['mission.dayInvalid'] }),
        ...(!quarters.ok && { quarters: fr.errors[quarters.error] }),
        ...(!work && { work: fr.errors['mission.workMissing'] }),
        ...(work.length > WORK_MAX && { work: fr.errors['mission.textTooLong'] }),
        ...(reason && !reason.ok && { reason: fr.errors[reason.error] }),
      };
      if (!day || !quarters.ok || Object.keys(errors).length > 0) return refuse(typed, errors);
      const worked = { organisationId: typed.city, day, quarters: quarters.value, work };
      const done =
        typed.intent === 'log'
          ? await logDay(db, {
              ...change,
              dayId: newId(),
              worked: { ...worked, consultantId: typed.consultant || userId },
            })
          : await correctDay(db, {
              ...change,
              dayId: newId(),
              worked,
              replacesId: typed.replaces,
              reason: reason?.ok ? reason.value : '',
            });
      if (done.ok) return back;
      if (done.error === 'mission.beyondGrant')
        return refuse(typed, { quarters: words.beyondGrant(done.remainingQuarters ?? 0) });
      return sayNo(typed, DAY_FIELDS[done.error] ?? 'day', done.error);
    }
    case 'extend': {
      const quarters = parseAdded(typed.added);
      const endsOn = parseDay(typed.endsOn);
      const reason = parseMissionReason(typed.reason);
      if (!quarters.ok || !endsOn || !reason.ok)
        return refuse(typed, {
          ...(!quarters.ok && { added: fr.errors[quarters.error] }),
          ...(!endsOn && { endsOn: fr.errors['mission.endInvalid'] }),
          ...(!reason.ok && { extendReason: fr.errors[reason.error] }),
        });
      const given = { quarters: quarters.value, endsOn, reason: reason.value, grantId: newId() };
      const done = await extendMission(db, { ...change, ...given });
      return done.ok
        ? back
        : sayNo(typed, done.error === 'mission.extendsNothing' ? 'added' : 'endsOn', done.error);
    }
    case 'state': {
      const reason = parseMissionReason(typed.reason);
      if (!reason.ok) return refuse(typed, { stateReason: fr.errors[reason.error] });
      const given = { to: typed.to, reason: reason.value, changeId: newId() };
      const done = await changeMissionState(db, { ...change, ...given });
      return done.ok ? back : sayNo(typed, 'to', done.error);
    }
    case 'name': {
      const done = await nameConsultant(db, { ...change, consultantId: typed.consultant, rowId: newId() });
      return done.ok ? back : sayNo(typed, 'consultant', done.error);
    }
    case 'remove': {
      const done = await removeConsultant(db, { ...change, consultantId: typed.consultant });
      return done.ok ? back : sayNo(typed, '', done.error);
    }
    case 'deliverable': {
      const title = parseTitle(typed.title);
      const dueOn = parseDay(typed.dueOn);
      if (!title.ok) return refuse(typed, { title: fr.errors['mission.deliverableMissing'] });
      if (typed.dueOn && !dueOn) return refuse(typed, { dueOn: fr.errors['mission.dayInvalid'] });
      const done = await addDeliverable(db, { ...change, deliverableId: newId(), title: title.value, dueOn });
      return done.ok ? back : sayNo(typed, 'title', done.error);
    }
    case 'answer': {
      const given = typed.reason.trim();
      const reason = typed.verdict === 'changes' ? parseMissionReason(given) : null;
      if (reason && !reason.ok)
        return refuse(typed, { [`reason-${typed.delivery}`]: fr.errors[reason.error] });
      const done = await missions.answer(
        { missionId: mission.id, title: mission.title, userId },
        { deliveryId: typed.delivery, verdict: typed.verdict, reason: given.slice(0, REASON_MAX) },
      );
      return done.ok ? back : sayNo(typed, `reason-${typed.delivery}`, done.error);
    }
  }
}

const WORK_MAX = 2_000;
const REASON_MAX = 2_000;
const DAY_FIELDS: Readonly<Record<string, string>> = {
  'mission.beyondDay': 'quarters',
  'mission.citiesMissing': 'city',
  'mission.consultantUnknown': 'consultant',
};

const Delivered = z.object({ deliverable: id, note: text, document: text });

/** [MS7] Hands a deliverable over: the address of a document, or a file. */
export async function deliver(context: Context, { mission, userId }: On, request: Request) {
  if (!canInMission(mission.standing, 'mission.submit')) throw forbidden();
  const { missions } = context.get(servicesContext);
  const fields = await readResourceForm(context, request);
  if (!fields.ok)
    return refuse({ intent: 'deliver', deliverable: '', upload: null }, { '': fr.errors[fields.error] });
  const parsed = Delivered.parse(fields.value);
  const sent = await sentUpload(context, fields.value, { missionId: mission.id, by: userId });
  const upload = sent.ok ? sent.value : null;
  const typed = { intent: 'deliver', ...parsed, upload } as const;
  if (!sent.ok) return sayNo(typed, `file-${parsed.deliverable}`, sent.error);
  const field = `${upload ? 'file' : 'document'}-${parsed.deliverable}`;
  const documentId = DOCUMENT.exec(parsed.document)?.[1];
  const documentKey = documentId ? idOfSegment(documentId) : null;
  if (!upload && !documentKey) return refuse(typed, { [field]: fr.errors['mission.documentMissing'] });
  const done = await missions.submit(
    { missionId: mission.id, title: mission.title, userId },
    {
      deliverableId: parsed.deliverable,
      note: parsed.note.trim().slice(0, REASON_MAX),
      handed: upload ? { uploadId: upload.id } : { documentId: documentKey ?? '' },
    },
  );
  if (done.ok) return redirect(programmePaths.mission(mission));
  // What carries a virus is gone: the form does not name it again.
  const isGone = done.error === 'mission.fileInfected';
  return sayNo(isGone ? { ...typed, upload: null } : typed, field, done.error);
}

const DOCUMENT = /(?:^|\/documents\/)([0-9a-f-]{36})/;
