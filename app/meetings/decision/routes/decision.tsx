import { frame } from '#shared/kernel/frame.fr.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ChangeForms } from '../change-forms.tsx';
import { DecisionChanges } from '../decision-changes.tsx';
import { DecisionFacts } from '../decision-facts.tsx';
import { decisionGestures, loadDecision, requireDecision } from '../decision-page.server.ts';
import type { Route } from './+types/decision';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ decision, group, isMember }) => [
    ...(isMember
      ? [
          { href: paths.group(group), label: group.title },
          { href: paths.groupDecisions(group), label: words.tab },
        ]
      : []),
    { href: paths.decision(decision.id), label: words.number(decision.year, decision.number) },
  ],
});

export function loader({ params, context }: Route.LoaderArgs) {
  return loadDecision(context, params.decision);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { decision } = await requireDecision(context, params.decision);
  return act(context, await request.formData(), decisionGestures, { decision });
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, meeting, group, isMember, changes, canChange, earlier } = loaderData;
  const name = words.number(decision.year, decision.number);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(name, group.title)}</title>
      <div className="head">
        <div>
          <p className="over">{group.title}</p>
          <h1>{name}</h1>
          <p className={decision.state === 'repealed' ? 'decision-text repealed' : 'decision-text'}>
            {decision.text}
          </p>
        </div>
      </div>
      <div className="cols">
        <div className="stack-lg">
          <DecisionFacts
            decision={decision}
            meeting={meeting}
            register={isMember ? paths.groupDecisions(group) : null}
          />
          <DecisionChanges changes={changes} canChange={canChange} />
        </div>
        {canChange && (
          <aside className="stack-lg" aria-label={words.change.title}>
            <ChangeForms earlier={earlier} refused={actionData} />
          </aside>
        )}
      </div>
    </main>
  );
}
