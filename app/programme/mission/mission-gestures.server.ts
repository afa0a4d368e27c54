import type { RouterContextProvider } from 'react-router';
import { remainingQuarters } from '#db/programme/mission/mission-counts.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { DELIVERY_VERDICTS, MISSION_STATES } from '#shared/programme/mission/mission.ts';
import { canInMission } from '#shared/programme/mission/mission-access.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { afterOn, goOn } from '../../kernel/done.server.ts';
import { choice, type Gesture, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';
import { notOurs, refuse, refuseBy } from '../../kernel/refusal.server.ts';
import { readResourceForm, sentUpload } from '../../library/resource/resource-form.server.ts';

type Context = Readonly<RouterContextProvider>;
/** The mission whose page it is, and who acts. */
export interface MissionPage {
  readonly mission: MissionForMember;
  readonly userId: string;
}

const ofMission = gesturesOf(({ mission }: MissionPage) => ({ missionId: mission.id }));
const { news } = words;
const [DAYS, DELIVERABLES, MANAGE] = ['days', 'deliverables', 'manage'];
const after = afterOn(({ mission }: MissionPage) => programmePaths.mission(mission));
const [to, verdict] = [choice(MISSION_STATES), choice(DELIVERY_VERDICTS)];
const day = { day: text, city: text, quarters: text, work: text };
/** The reason of a form of the coordination, under the id of its own field. */
const reasonAt = (id: string) => ({ 'mission.reasonMissing': id, 'mission.textTooLong': id });

/** [MS6] The same, told how much remains where a day is beyond what was granted. */
function sayingWhatRemains(gesture: Gesture<MissionPage>): Gesture<MissionPage> {
  return {
    async perform(context, page, form) {
      const answer = await gesture.perform(context, page, form);
      if ('to' in answer || answer.data.errors.quarters !== fr.errors['mission.beyondGrant']) return answer;
      const of = { missionId: page.mission.id, without: text(form.getAll('replaces')) || null };
      const remaining = await remainingQuarters(context.get(servicesContext).db, of);
      const errors = { ...answer.data.errors, quarters: words.beyondGrant(remaining) };
      return { ...answer, data: { ...answer.data, errors } };
    },
  };
}

/** What the buttons of the page of a mission do; handing over is `deliver`. */
export const missionGestures = {
  log: sayingWhatRemains(
    ofMission('missionDay.log', {
      fields: { ...day, consultant: text },
      form: () => 'log',
      done: after(news.logged, DAYS),
    }),
  ),
  correct: sayingWhatRemains(
    ofMission('missionDay.correct', {
      fields: { ...day, replaces: text, reason: text },
      form: ({ replaces }) => `correct ${replaces}`,
      done: after(news.corrected, DAYS),
    }),
  ),
  extend: ofMission('mission.extend', {
    fields: { added: text, endsOn: text, reason: text },
    form: () => 'extend',
    at: reasonAt('extendReason'),
    done: after(news.extended, MANAGE),
  }),
  state: ofMission('mission.changeState', {
    fields: { to, reason: text },
    form: () => 'state',
    at: reasonAt('stateReason'),
    done: (made, page, { to: state }) => after(news.state[state], MANAGE)(made, page),
  }),
  name: ofMission('mission.nameConsultant', {
    fields: { consultant: text },
    form: () => '',
    at: { 'mission.consultantNotOfFirm': '' },
    done: after(news.named, MANAGE),
  }),
  remove: ofMission('mission.removeConsultant', {
    fields: { consultant: text },
    form: () => '',
    done: after(news.removed, MANAGE),
  }),
  deliverable: ofMission('deliverable.add', {
    fields: { title: text, dueOn: text },
    form: () => 'deliverable',
    done: after(news.deliverable, DELIVERABLES),
  }),
  answer: ofMission('delivery.answer', {
    fields: { delivery: text, verdict, reason: text },
    form: ({ delivery }) => `answer ${delivery}`,
    done: (made, page, { verdict: given }) => after(news.answered[given], DELIVERABLES)(made, page),
  }),
};

/** [MS1] What the form of an order does. */
export const orderGestures = {
  order: gesturesOf(() => ({}))('mission.order', {
    fields: {
      title: text,
      purpose: text,
      experiment: text,
      firm: text,
      cities: texts,
      consultants: texts,
      days: text,
      dailyPrice: text,
      startsOn: text,
      endsOn: text,
      letter: text,
    },
    done: (made) => ({ to: programmePaths.mission(made), said: news.ordered, focus: null }),
  }),
};

const DOCUMENT = /(?:^|\/documents\/)([0-9a-f-]{36})/;

/** [MS7] Hands a deliverable over: the address of a document, or a file. */
export async function deliver(context: Context, page: MissionPage, request: Request) {
  const { mission, userId } = page;
  if (!canInMission(mission.standing, 'mission.submit')) throw forbidden();
  const { missions, operations } = context.get(servicesContext);
  const fields = await readResourceForm(context, request);
  if (!fields.ok) return refuse({ '': fields.error }, { form: '' });
  const { deliverable = '', note = '', document = '' } = fields.value;
  if (typeof deliverable !== 'string' || typeof note !== 'string' || typeof document !== 'string')
    throw notOurs();
  const form = `deliver ${deliverable}`;
  const sent = await sentUpload(context, fields.value, { missionId: mission.id, by: userId });
  const upload = sent.ok ? sent.value : null;
  const typed = { form, note, document, upload };
  if (!sent.ok) return refuseBy({ error: sent.error, fields: { file: sent.error } }, typed);
  const field = upload ? 'file' : 'document';
  const documentId = idOfSegment(DOCUMENT.exec(document)?.[1]);
  if (!upload && !documentId) return refuse({ [field]: 'mission.documentMissing' }, typed);
  const handed = upload ? { uploadId: upload.id } : { documentId: documentId ?? '' };
  const pinned = await missions.pin({ missionId: mission.id, userId }, handed);
  // What carries a virus is gone: the form does not name it again.
  if (!pinned.ok && pinned.error === 'mission.fileInfected')
    return refuse({ [field]: pinned.error }, { ...typed, upload: null });
  if (!pinned.ok) return refuseBy({ error: pinned.error, fields: { [field]: pinned.error } }, typed);
  const input = { missionId: mission.id, deliverable, note, pinned: pinned.value };
  const done = await operations.run('delivery.submit', { userId }, input);
  if (!done.ok) return refuseBy({ error: done.error, fields: { [field]: done.error } }, typed);
  throw goOn(context, after(news.submitted, DELIVERABLES)(null, page));
}
