import { z } from 'zod';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { forgetUpload } from '#db/library/resource/uploads.ts';
import {
  addDeliverable,
  answerDelivery,
  submitDelivery,
} from '#db/programme/mission/mission-deliverables.ts';
import { listMissionPeople } from '#db/programme/mission/mission-people.ts';
import { Id, read, readTogether, Said } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { DELIVERY_VERDICTS, parseAnswer, parseDay } from '#shared/programme/mission/mission.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type OnMission, onMission } from './mission-rights.ts';

const OfMission = z.object({ missionId: Id });
const NOTE_MAX = 2_000;

/** What is handed over, as `Missions.pin` gives it. */
const Pinned = z.object({ sha256: z.string() }).and(
  z.union([
    z.object({ documentId: Id, seq: z.number(), exactText: z.string() }),
    z.object({
      uploadId: Id,
      fileName: z.string(),
      contentType: z.string(),
      bytes: z.number(),
      storageKey: z.string(),
    }),
  ]),
);

/** [MS7] What a mission owes, what is handed over, and what is answered, with the mails that tell of it. */
export const deliveryOperations = {
  'deliverable.add': operation({
    input: OfMission.extend({
      title: read((typed): Result<string, MissionError> => {
        const title = parseTitle(typed);
        return title.ok ? title : fail('mission.deliverableMissing');
      }),
      dueOn: read((typed): Result<string | null, MissionError> => {
        const day = parseDay(typed);
        return typed.trim() !== '' && !day ? fail('mission.dayInvalid') : ok(day);
      }),
    }),
    right: onMission('mission.submit'),
    refusals: {},
    async run({ tx, mission, by, now, newId }, { title, dueOn }) {
      await addDeliverable(tx, { mission, by, now, deliverableId: newId(), title, dueOn });
      return ok();
    },
  }),

  'delivery.submit': operation({
    input: OfMission.extend({
      deliverable: z.string().max(64),
      note: Said.transform((typed) => typed.trim().slice(0, NOTE_MAX)),
      pinned: Pinned,
    }),
    right: onMission('mission.submit'),
    refusals: {
      'mission.ended': '',
      'mission.suspended': '',
      'mission.documentMissing': '',
      'mission.deliverableMissing': '',
      'mission.deliverableAccepted': '',
    },
    async run(act, { deliverable: deliverableId, note, pinned }) {
      const { tx, mission, by, now, newId } = act;
      const isDocument = 'documentId' in pinned;
      if (isDocument && !(await findDocumentForMember(tx, { ...pinned, userId: by, now })))
        return fail('mission.documentMissing');
      const { uploadId, ...content } = isDocument ? { ...pinned, uploadId: null } : pinned;
      const delivery = { mission, by, now, deliverableId, deliveryId: newId(), note, content };
      const submitted = await submitDelivery(tx, delivery);
      if (!submitted.ok) return submitted;
      if (uploadId !== null && !(await forgetUpload(tx, { uploadId, by })))
        throw new Error('an upload was handed over twice');
      await tell(act, 'team', words.mail.submitted(mission.title));
      return ok();
    },
  }),

  'delivery.answer': operation({
    input: OfMission.extend({ delivery: Id }).and(
      z.object({ verdict: z.enum(DELIVERY_VERDICTS), reason: Said }).transform(
        readTogether(parseAnswer, {
          'mission.reasonMissing': 'reason',
          'mission.textTooLong': 'reason',
        }),
      ),
    ),
    right: onMission('mission.answer'),
    refusals: {
      'mission.newerDelivery': 'reason',
      'mission.alreadyAnswered': 'reason',
      'signatory.unconfirmed': 'reason',
    },
    async run(act, { delivery: deliveryId, verdict, reason }) {
      const { tx, mission, by, now } = act;
      const answered = await answerDelivery(tx, { mission, by, now, deliveryId, verdict, reason });
      if (answered.ok) await tell(act, 'consultants', words.mail.answered[verdict](mission.title, reason));
      return answered;
    },
  }),
};

async function tell(
  { tx, mission, by, mail, link }: Act & OnMission,
  whom: 'team' | 'consultants',
  said: { readonly subject: string; readonly paragraphs: readonly string[] },
): Promise<void> {
  const action = { label: words.mail.action, href: link(programmePaths.mission(mission)) };
  for (const { id, name, email } of await listMissionPeople(tx, { missionId: mission.id, whom }))
    if (id !== by) await mail({ name, email }, { ...said, action, notice: words.mail.notice });
}
