import { Form } from 'react-router';
import type { GivenVoice, Voter } from '#shared/meetings/held/electorate.ts';
import { votes } from '#shared/meetings/held/meeting-held.fr.ts';
import { SelectField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import type { HeldRefusal } from './held-refusal.ts';

const words = votes.proxies;

interface ProxiesPanelProps {
  readonly proxies: readonly GivenVoice[];
  readonly voters: { readonly organisation: readonly Voter[]; readonly person: readonly Voter[] };
  readonly isOpen: boolean;
  readonly canGive: boolean;
  readonly refusal: HeldRefusal | null;
}

/** The voices that are given for the meeting, and how to give one. */
export function ProxiesPanel({ proxies, voters, isOpen, canGive, refusal }: ProxiesPanelProps) {
  if (proxies.length === 0 && !(isOpen && canGive)) return null;
  const all = [...voters.organisation, ...voters.person];
  const nameOf = (key: string) => all.find((voter) => voter.key === key)?.name ?? '';
  const refused = refusal?.form === 'proxy' ? refusal : null;
  const options = (
    <>
      <option value="">{words.choose}</option>
      <optgroup label={words.organisations}>{voters.organisation.map(asOption)}</optgroup>
      <optgroup label={words.people}>{voters.person.map(asOption)}</optgroup>
    </>
  );
  return (
    <section aria-labelledby="pouvoirs" className="held-part">
      <h2 id="pouvoirs">{words.title}</h2>
      {proxies.length === 0 && <p className="muted small">{words.none}</p>}
      <ul className="small stack">
        {proxies.map(({ giver, holder }) => (
          <li key={giver} className="row">
            <span>{words.line(nameOf(giver), nameOf(holder))}</span>
            {isOpen && canGive && (
              <PostButton
                fields={{ intent: 'unproxy', giver }}
                className="btn quiet sm"
                label={words.takeBack + words.takeBackOf(nameOf(giver))}
              >
                {words.takeBack}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {isOpen && canGive && (
        <details className="fold mt-3" open={refused !== null}>
          <summary className="btn sm">{words.give}</summary>
          <Form method="post" className="card mt-2" noValidate>
            <p className="muted small mb-3">{words.lead}</p>
            <input type="hidden" name="intent" value="proxy" />
            <SelectField label={words.giver} name="giver" defaultValue={refused?.values.giver}>
              {options}
            </SelectField>
            <SelectField
              label={words.holder}
              name="holder"
              error={refused?.errors.holder}
              defaultValue={refused?.values.holder}
            >
              {options}
            </SelectField>
            <button className="btn sm" type="submit">
              {words.give}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}

function asOption({ key, name }: Voter) {
  return (
    <option key={key} value={key}>
      {name}
    </option>
  );
}
