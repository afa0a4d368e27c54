import { Form, Link } from 'react-router';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, nounOfAction } from '#shared/kernel/audit/audit.ts';
import type { AuditAddress } from '#shared/programme/assessment/assessment-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

/** What the trail is filtered by, in the address. */
export function AuditFilters({ asked }: { asked: AuditAddress }) {
  return (
    <Form method="get" className="plate" aria-label={words.filters}>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3 [&>.field]:mt-0">
        <SelectField label={words.action} name="action" defaultValue={asked.action ?? ''}>
          <option value="">{words.anyAction}</option>
          {Object.entries(words.nouns).map(([noun, name]) => (
            <optgroup key={noun} label={name}>
              {AUDIT_ACTIONS.filter((action) => nounOfAction(action) === noun).map((action) => (
                <option key={action} value={action}>
                  {words.actions[action]}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label={words.subjectKind} name="nature" defaultValue={asked.kind ?? ''}>
          <option value="">{words.anySubject}</option>
          {optionsOf(AUDIT_SUBJECTS, words.subjects)}
        </SelectField>
        <TextField label={words.subject} name="objet" hint={words.subjectHint} defaultValue={asked.subject} />
        <TextField label={words.person} name="personne" hint={words.personHint} defaultValue={asked.person} />
        <TextField label={words.day} name="jour" type="date" defaultValue={asked.day} />
      </div>
      <div className="row mt-4">
        <button className="btn primary" type="submit">
          {words.apply}
        </button>
        <Link className="btn quiet" to={programmePaths.administrationAudit()}>
          {words.reset}
        </Link>
      </div>
    </Form>
  );
}
