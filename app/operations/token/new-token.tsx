import { Plus } from 'lucide-react';
import { Form } from 'react-router';
import { accessToken as words } from '#shared/operations/token/access-token.fr.ts';
import { LIFETIMES, TOKEN_NAME_MAX } from '#shared/operations/token/access-token.ts';
import { nounOf, SCOPES, type ScopeNoun } from '#shared/operations/token/scopes.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Asked, SelectField, TextField } from '../../ui/field.tsx';
import { SecretOnce } from '../../ui/late/secret-once.tsx';
import { Plate } from '../../ui/page/plate.tsx';

/** What the page answered: a secret, or what is wrong with what was typed. */
export interface NewTokenAnswer {
  readonly secret: string | null;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly typed: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly days: number;
    readonly forOrganisation: boolean;
  } | null;
}

const nouns = Object.keys(words.nouns) as ScopeNoun[];

/** [TK1] [TK4] Asks for a token, and shows its secret this once. */
export function NewToken({
  organisation,
  answer,
}: {
  organisation: string | null;
  answer: NewTokenAnswer | undefined;
}) {
  const { errors = {}, typed = null, secret = null } = answer ?? {};
  return (
    <Plate id="new-token" title={words.newTitle}>
      {secret && <SecretOnce key={secret} secret={secret} lead={words.created} words={words.secret} />}
      <Form method="post" action="?" noValidate key={`form ${secret}`} className="token-form">
        <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={answer} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          name="name"
          required
          maxLength={TOKEN_NAME_MAX}
          autoComplete="off"
          defaultValue={typed?.name}
          error={errors.name}
        />
        <fieldset className={errors.scopes ? 'field invalid' : 'field'} id="scopes" tabIndex={-1}>
          <legend>
            <Asked required>{words.scopesLegend}</Asked>
          </legend>
          <p className="hint">{words.scopesHint}</p>
          {errors.scopes && <p className="error">{errors.scopes}</p>}
          <div className="token-scopes">
            {nouns.map((noun) => (
              <fieldset key={noun}>
                <legend>{words.nouns[noun]}</legend>
                {SCOPES.filter((scope) => nounOf(scope) === noun).map((scope) => (
                  <label className="check" key={scope}>
                    <input
                      type="checkbox"
                      name="scopes"
                      value={scope}
                      defaultChecked={typed?.scopes.includes(scope)}
                    />
                    <span>{words.scopes[scope]}</span>
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
        </fieldset>
        <div className="max-w-[20rem]">
          <SelectField
            label={words.days}
            hint={words.daysHint}
            name="days"
            error={errors.days}
            defaultValue={typed?.days ?? 90}
          >
            {optionsOf(LIFETIMES, words.lifetimes)}
          </SelectField>
        </div>
        {organisation && (
          <div className="mt-4">
            <label className="check">
              <input
                type="checkbox"
                name="organisation"
                value="oui"
                defaultChecked={typed?.forOrganisation ?? false}
              />
              <span>
                {words.forOrganisation(organisation)}
                <span className="muted small block">{words.forOrganisationHint}</span>
              </span>
            </label>
          </div>
        )}
        <button className="btn primary mt-4" type="submit" name="intent" value="create">
          <Plus className="icon" aria-hidden="true" />
          {words.create}
        </button>
      </Form>
    </Plate>
  );
}
