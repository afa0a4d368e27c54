import { Form } from 'react-router';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import type { Summary } from '#shared/programme/assessment/score.ts';
import type { CallCriterion } from '#shared/programme/call/call.ts';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';

interface Assessor {
  readonly userId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly hasGiven: boolean;
  readonly removedAt: Date | null;
  readonly score: number | null;
}

/** Who assesses an application, what they make of it together once one may see it, and whom it may be given to. */
export function AssessorsPanel({
  assessors,
  recusals,
  summary,
  byCriterion,
  criteria,
  possible,
  mayManage,
  isBlind,
  error,
}: {
  assessors: readonly Assessor[];
  recusals: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
  summary: Summary | null;
  byCriterion: Readonly<Record<string, Summary>> | null;
  criteria: readonly CallCriterion[];
  possible: readonly { readonly userId: string; readonly name: string }[];
  mayManage: boolean;
  isBlind: boolean;
  error: string | undefined;
}) {
  return (
    <Plate id="instructeurs" title={words.others}>
      <ul className="ruled">
        {assessors.map(({ userId, name, organisationName, hasGiven, removedAt, score }) => (
          <li key={userId}>
            <p>
              <strong>{name}</strong> <span className="muted small">{organisationName}</span>
            </p>
            <p className="muted small">
              {score !== null ? words.score(score) : hasGiven ? words.hasGiven : words.hasNotGiven}
            </p>
            {removedAt && <p className="muted small">{words.removed(removedAt)}</p>}
            {mayManage && !removedAt && (
              <PostButton
                fields={{ intent: 'remove', assessorId: userId }}
                className="btn quiet sm"
                label={words.removeOf(name)}
              >
                {words.remove}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {isBlind && <p className="muted small">{words.blind}</p>}
      {summary && summary.average !== null && (
        <DataTable caption={words.byCriterion} className="records" box="mt-4">
          <thead>
            <tr>
              <th scope="col">{words.criterion}</th>
              <th scope="col">{words.average}</th>
              <th scope="col">{words.spread}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ key, title }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td className="num">{words.figure(byCriterion?.[key]?.average ?? null)}</td>
                <td className="num">{words.figure(byCriterion?.[key]?.spread ?? null)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.whole}</th>
              <td className="num">
                <strong>{words.figure(summary.average)}</strong>
              </td>
              <td className="num">{words.figure(summary.spread)}</td>
            </tr>
          </tbody>
        </DataTable>
      )}
      {recusals.length > 0 && (
        <>
          <h3 className="mt-4">{words.recusedFrom}</h3>
          <ul className="ruled">
            {recusals.map(({ id, name, reason }) => (
              <li key={id}>
                <p>{name}</p>
                <p className="muted small break-words">{reason}</p>
                <PostButton
                  fields={{ intent: 'lift', recusalId: id }}
                  className="btn quiet sm"
                  label={words.liftOf(name)}
                >
                  {words.lift}
                </PostButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayManage && possible.length > 0 && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="intent" value="assign" />
          <SelectField label={words.toAssign} name="assessorId" defaultValue="" error={error} required>
            <option value="">{words.choose}</option>
            {possible.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </SelectField>
          <button className="btn mt-3" type="submit">
            {words.assignButton}
          </button>
        </Form>
      )}
    </Plate>
  );
}
