import { Form } from 'react-router';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type MissionAnswer, typedIn } from './answer.ts';

interface ManageProps {
  readonly mission: MissionForMember;
  readonly nameable: readonly { readonly id: string; readonly name: string }[];
  readonly answer: MissionAnswer | null;
}

/** What a coordinator does with a mission: extend it, stop it, name its consultants. */
export function ManageMission({ mission, nameable, answer }: ManageProps) {
  const { manage } = words;
  const extension = typedIn(answer, 'extend');
  const state = typedIn(answer, 'state');
  return (
    <Plate id="manage" title={manage.title}>
      <details
        className="fold"
        open={extension.isRefused}
        key={`${mission.endsOn} ${mission.grantedQuarters}`}
      >
        <summary className="btn sm">{manage.extend}</summary>
        <Form method="post" className="card mt-3" noValidate>
          <ErrorSummary title={words.notSaved} faults={faultsOf(extension.errors)} answer={answer} />
          <input type="hidden" name="intent" value="extend" />
          <TextField
            label={manage.added}
            name="added"
            hint={manage.addedHint}
            error={extension.errors.added}
            defaultValue={extension.typedOf('added')}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            label={manage.endsOn}
            name="endsOn"
            required
            type="date"
            error={extension.errors.endsOn}
            defaultValue={extension.typedOf('endsOn', mission.endsOn)}
          />
          <TextAreaField
            label={manage.reason}
            name="reason"
            required
            id="extendReason"
            error={extension.errors.extendReason}
            defaultValue={extension.typedOf('reason')}
            rows={3}
          />
          <button className="btn primary mt-4" type="submit">
            {manage.saveExtension}
          </button>
        </Form>
      </details>
      <details className="fold mt-3" open={state.isRefused} key={mission.state}>
        <summary className="btn sm">{manage.stateTitle}</summary>
        <Form method="post" className="card mt-3" noValidate>
          <ErrorSummary title={words.notSaved} faults={faultsOf(state.errors)} answer={answer} />
          <p className="muted small mb-3">{manage.stateHint}</p>
          <input type="hidden" name="intent" value="state" />
          <SelectField
            label={manage.to}
            name="to"
            error={state.errors.to}
            defaultValue={state.typedOf('to', mission.state === 'running' ? 'suspended' : 'running')}
          >
            {(['running', 'suspended', 'ended'] as const)
              .filter((to) => to !== mission.state)
              .map((to) => (
                <option key={to} value={to}>
                  {words.states[to]}
                </option>
              ))}
          </SelectField>
          <TextAreaField
            label={manage.reason}
            name="reason"
            required
            id="stateReason"
            error={state.errors.stateReason}
            defaultValue={state.typedOf('reason')}
            rows={3}
          />
          <button className="btn primary mt-4" type="submit">
            {manage.saveState}
          </button>
        </Form>
      </details>
      <h3 className="mt-6 mb-2">{manage.consultants}</h3>
      <ul className="ruled">
        {mission.consultants.map(({ id, name }) => (
          <li key={id} className="row">
            <span className="min-w-0 flex-1">{name}</span>
            <PostButton
              fields={{ intent: 'remove', consultant: id }}
              label={manage.removeOf(name)}
              className="btn quiet sm"
            >
              {manage.remove}
            </PostButton>
          </li>
        ))}
      </ul>
      {nameable.length > 0 && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="intent" value="name" />
          <SelectField label={manage.name} name="consultant" id="name-consultant">
            {namedOptions(nameable)}
          </SelectField>
          <button className="btn sm mt-2" type="submit">
            {manage.saveName}
          </button>
        </Form>
      )}
    </Plate>
  );
}
