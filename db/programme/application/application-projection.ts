import { answersOf } from '#shared/programme/application/answers-of.ts';
import type { RawAnswers } from '#shared/programme/application/application-doc.ts';
import { completeness } from '#shared/programme/application/completeness.ts';
import { Form } from '#shared/programme/application/form.ts';
import { titleOf } from '#shared/programme/application/title-of.ts';
import type { RunSql } from '../../kernel/client.ts';
import { MOVED, type ProjectedState } from '../../realtime/projections.ts';

const FORM = `
  select f.version, f.form from application a join call_form f on f.call_id = a.call_id
  where a.id = $1 order by f.version desc limit 1`;

/* What was submitted does not move, whatever still comes into its room. */
const SAVE = `${MOVED}
  update application a set title = $5, answers = $6::jsonb, completeness = $7, form_version = $8, updated_at = $3::timestamptz
  from moved where a.id = $4 and a.status in ('draft', 'correction')`;

/** [K2] [AP5] Keeps what an application said at this state, for lists, unless a later one is kept already. */
export async function saveApplicationProjection(
  run: RunSql,
  { room, id, seq }: ProjectedState,
  raw: RawAnswers,
  now: Date,
): Promise<void> {
  const { rows } = await run(FORM, [id]);
  const form = Form.parse(rows[0]?.form ?? { sections: [] });
  const answers = answersOf(form, raw);
  const { required, answered } = completeness(form, answers);
  const percent = required === 0 ? 100 : Math.floor((answered * 100) / required);
  const values = [titleOf(answers), JSON.stringify(answers), percent, Number(rows[0]?.version ?? 1)];
  await run(SAVE, [room, seq, now.toISOString(), id, ...values]);
}
