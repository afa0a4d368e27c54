import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { formFor } from '#db/programme/application/application-submission.ts';
import type { ApplicationForReader } from '#db/programme/application/applications.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { complementForm, depositForm, narrowed } from '#shared/programme/application/form-parts.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { editsOfForm } from './application.server.ts';

/** The application whose page it is, and who acts. */
interface ApplicationPage {
  readonly application: ApplicationForReader;
  readonly userId: string;
}

const ofApplication = gesturesOf(({ application }: ApplicationPage) => ({ applicationId: application.id }));
const after = afterOn(({ application }: ApplicationPage) => programmePaths.application(application));

/** [AP4] What the form of a section says, into the live room, from a page without script. */
const save: Gesture<ApplicationPage> = {
  async perform(context, page, sent) {
    const { application, userId } = page;
    const { db, applications, newId } = context.get(servicesContext);
    const { id: applicationId, call, status, formVersion } = application;
    const section = text(sent.getAll('section'));
    const shown = SentSeq.safeParse(text(sent.getAll('seq')) || undefined);
    if (section === null || !shown.success) throw notOurs();
    const room = roomName({ kind: 'application', id: applicationId });
    const { value: raw, seq: newest } = await readRoom(context, room, 'application');
    const { form } = await formFor(db, call.id, status === 'draft' ? undefined : formVersion);
    const [correction] = status === 'correction' ? await listCorrections(db, { applicationId, userId }) : [];
    const part = status === 'decided' ? complementForm(form) : depositForm(form);
    const asked = correction ? narrowed(part, ({ key }) => correction.fields.includes(key)) : part;
    const edits = editsOfForm(asked, section, sent, raw, newId);
    const seq = shown.data;
    const wish = { applicationId, userId, edits, ...(seq < newest && { since: seq }) };
    const saved = await applications.edit(wish);
    if (saved.ok) return after(words.saved, `section-${section}`)(null, page);
    return refuseBy({ error: saved.error, fields: { '': saved.error } }, { form: 'save' });
  },
};

/** [AP9] What the live room says by now. */
const submit: Gesture<ApplicationPage> = {
  async perform(context, page, sent) {
    const key = text(sent.getAll('key'));
    if (!key) throw notOurs();
    const { applications } = context.get(servicesContext);
    const wish = { applicationId: page.application.id, userId: page.userId, key };
    const submitted = await applications.submit(wish);
    if (!submitted.ok) return refuseBy(submitted, { form: 'submit' });
    return after(words.submit.done(submitted.value.number), 'accuse')(null, page);
  },
};

/** [AP15] The same, of what is asked since it was selected. */
const handIn: Gesture<ApplicationPage> = {
  async perform(context, page) {
    const { applications } = context.get(servicesContext);
    const wish = { applicationId: page.application.id, userId: page.userId };
    const handedIn = await applications.handIn(wish);
    if (!handedIn.ok) return refuseBy(handedIn, { form: 'handIn' });
    return after(words.complement.done, 'complement')(null, page);
  },
};

const { correction, withdraw } = words;

/** What the buttons of the page of an application do. */
export const applicationGestures = {
  save,
  submit,
  handIn,
  withdraw: ofApplication('application.withdraw', {
    fields: { note: text },
    done: after(withdraw.done, 'historique'),
  }),
  restore: ofApplication('application.restore', {
    fields: {},
    done: after(withdraw.restored, 'historique'),
  }),
  askCorrection: ofApplication('application.askCorrection', {
    fields: { fields: texts, message: text, until: text },
    form: () => 'askCorrection',
    done: after(correction.asked, 'historique'),
  }),
  takeOver: ofApplication('application.takeOver', {
    fields: {},
    done: after(words.takenOver, 'a-propos'),
  }),
  addCoLead: ofApplication('application.addCoLead', {
    fields: { organisation: text },
    done: after(words.coLeadAdded, 'a-propos'),
  }),
  removeCoLead: ofApplication('application.removeCoLead', {
    fields: { organisation: text },
    done: after(words.coLeadRemoved, 'a-propos'),
  }),
};
