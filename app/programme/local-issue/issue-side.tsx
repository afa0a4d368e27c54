import { Users } from 'lucide-react';
import { Form, Link } from 'react-router';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { IssueForMember } from '#shared/programme/local-issue/local-issue.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

/** [LI5] Which cities share the challenge, and the press that adds one’s own. */
export function SharedBy({
  issue,
  own,
}: {
  issue: IssueForMember;
  /** The city of whoever reads; null when they have none that may share. */
  own: string | null;
}) {
  const said = words.sharing;
  const isSharing = issue.sharing.some(({ id }) => id === own);
  return (
    <Plate id="sharing" title={said.title}>
      {issue.sharing.length === 0 && <p className="muted">{said.nobody}</p>}
      <ul>
        {issue.sharing.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {own === issue.city?.id && own !== null && <p className="muted small mt-2">{said.own}</p>}
      {own !== null && own !== issue.city?.id && (
        <PostButton
          fields={{ intent: isSharing ? 'leave' : 'join' }}
          className={isSharing ? 'btn quiet sm' : 'btn primary'}
          formClassName="mt-3"
        >
          <Users className="icon" aria-hidden="true" />
          {isSharing ? said.leave : said.join}
        </PostButton>
      )}
    </Plate>
  );
}

interface ExperimentsProps {
  readonly issue: IssueForMember;
  readonly linkable: readonly { readonly id: string; readonly title: string }[];
}

/** [LI7] The experiments that work on it. */
export function IssueExperiments({ issue, linkable }: ExperimentsProps) {
  const said = words.experiments;
  return (
    <Plate id="experiments" title={said.title}>
      {issue.experiments.length === 0 && <p className="muted">{said.none}</p>}
      <ul className="ruled">
        {issue.experiments.map((experiment) => (
          <li key={experiment.id} className="row">
            <Link className="min-w-0 flex-1 break-words" to={programmePaths.experiment(experiment)}>
              {experiment.title}
            </Link>
            {issue.mayWrite && (
              <PostButton
                fields={{ intent: 'unlinkExperiment', experiment: experiment.id }}
                label={said.removeOf(experiment.title)}
                className="btn quiet sm"
              >
                {said.remove}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {issue.mayWrite && linkable.length > 0 && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="intent" value="linkExperiment" />
          <SelectField label={said.which} name="experiment">
            {namedOptions(linkable)}
          </SelectField>
          <button className="btn sm mt-2" type="submit">
            {said.link}
          </button>
        </Form>
      )}
    </Plate>
  );
}
