import { answersOf } from '#shared/programme/application/answers-of.ts';
import type { RawAnswers } from '#shared/programme/application/application-doc.ts';
import { completeness, percentOf } from '#shared/programme/application/completeness.ts';
import { Form } from '#shared/programme/application/form.ts';
import { complementForm, depositForm, withComplement } from '#shared/programme/application/form-parts.ts';
import { titleOf } from '#shared/programme/application/title-of.ts';
import type { RunSql } from '../../kernel/client.ts';
import { MOVED, type ProjectedState } from '../../realtime/projections.ts';

/* What was submitted keeps its form; a draft has the newest. */
const FORM = `
  select f.version, f.form, a.status, (select s.answers from application_submission s
    where s.application_id = a.id order by s.rank desc limit 1) as submitted
  from application a join call_form f on f.call_id = a.call_id and (a.status <> 'decided' or f.version = a.form_version)
  where a.id = $1 order by f.version desc limit 1`;

/* What was submitted does not move, whatever still comes into its room. */
const SAVE = `${MOVED}
  update application a set title = $5, answers = $6::jsonb, completeness = $7, form_version = $8, updated_at = $3::timestamptz
  from moved where a.id = $4 and a.status in ('draft', 'correction')`;

/* What is asked since it was selected is not theirs to read before it is handed in: how far it is, and no more. */
const SAVE_COMPLEMENT = `${MOVED}
  update application_complement c set completeness = $5 from moved where c.application_id = $4 and c.handed_in_at is null`;

/** [K2] [AP5] [AP15] Keeps what an application said at this state, for lists, unless a later one is kept already. */
export async function saveApplicationProjection(
  run: RunSql,
  { room, id, seq }: ProjectedState,
  raw: RawAnswers,
  now: Date,
): Promise<void> {
  const { rows } = await run(FORM, [id]);
  const form = Form.parse(rows[0]?.form ?? { sections: [] });
  const state = [room, seq, now.toISOString(), id];
  if (rows[0]?.status === 'decided') {
    const answers = withComplement(form, Object(rows[0].submitted), answersOf(form, raw));
    const percent = percentOf(completeness(complementForm(form), answers, form));
    await run(SAVE_COMPLEMENT, [...state, percent]);
    return;
  }
  const asked = depositForm(form);
  const answers = answersOf(asked, raw);
  const percent = percentOf(completeness(asked, answers));
  const values = [titleOf(answers), JSON.stringify(answers), percent, Number(rows[0]?.version ?? 1)];
  await run(SAVE, [...state, ...values]);
}
