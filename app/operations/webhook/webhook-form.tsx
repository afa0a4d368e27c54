import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import {
  PROGRAMME_NOUNS,
  TYPE_NOUNS,
  type TypedWebhook,
  typesOfNoun,
} from '#shared/operations/webhook/webhook.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

interface WebhookFormProps {
  readonly initial: TypedWebhook;
  /** What was refused, with what was typed. */
  readonly refused:
    | { readonly errors: Readonly<Partial<Record<string, string>>>; readonly values: TypedWebhook | null }
    | undefined;
  /** A group is never told that it was made, nor of the programme. */
  readonly isOfGroup: boolean;
  readonly children: ReactNode;
}

/** Name, address and events of a webhook; `children` are its buttons. Works without script. */
export function WebhookForm({ initial, refused, isOfGroup, children }: WebhookFormProps) {
  const errors = refused?.errors ?? {};
  const { name, url, all, types } = refused?.values ?? initial;
  const ofSpace = ['group', ...PROGRAMME_NOUNS];
  const nouns = TYPE_NOUNS.filter((noun) => !(isOfGroup && ofSpace.some((known) => known === noun)));
  return (
    <Form method="post" action="?" noValidate>
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={refused} />
      <TextField
        label={words.name}
        name="name"
        hint={words.nameHint}
        required
        autoComplete="off"
        defaultValue={name}
        error={errors.name}
      />
      <TextField
        label={words.address}
        name="url"
        hint={words.addressHint}
        type="url"
        required
        autoComplete="off"
        defaultValue={url}
        error={errors.url}
      />
      <fieldset className="mt-4" id="types" aria-describedby={errors.types && 'types-error'}>
        <legend>
          <strong>{words.which}</strong>
        </legend>
        {errors.types && (
          <p className="error" id="types-error">
            {errors.types}
          </p>
        )}
        <label className="check mt-2">
          <input type="radio" name="which" value="all" defaultChecked={all} />
          <span>{words.all}</span>
        </label>
        <label className="check">
          <input type="radio" name="which" value="some" defaultChecked={!all} />
          <span>{words.some}</span>
        </label>
        <details className="mt-3" open={errors.types !== undefined}>
          <summary>{words.choose}</summary>
          {nouns.map((noun) => (
            <fieldset key={noun} className="mt-4">
              <legend className="mb-2">
                <strong>{words.nouns[noun]}</strong>
              </legend>
              <div className="grid sm:grid-cols-2 gap-x-4">
                {typesOfNoun(noun).map((type) => (
                  <label key={type} className="check">
                    <input type="checkbox" name="types" value={type} defaultChecked={types.includes(type)} />
                    <span>{words.typeOf(type)}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </details>
      </fieldset>
      <div className="row mt-5">{children}</div>
    </Form>
  );
}
