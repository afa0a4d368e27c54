import { Form } from 'react-router';
import { ELIGIBILITY_RULES, type EligibilityRule } from '#shared/programme/application/form.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';

/** Which rules of eligibility a call has. */
export function FormRules({ rules }: { rules: readonly EligibilityRule[] }) {
  return (
    <section className="plate" aria-labelledby="regles">
      <h2 id="regles">{words.rules}</h2>
      <p className="muted mt-1 mb-3">{words.rulesLead}</p>
      <Form method="post" key={rules.join()}>
        <input type="hidden" name="intent" value="rules" />
        {ELIGIBILITY_RULES.map((rule) => (
          <label className="check" key={rule}>
            <input type="checkbox" name="rule" value={rule} defaultChecked={rules.includes(rule)} />
            <span>{words.ruleNames[rule]}</span>
          </label>
        ))}
        <button className="btn mt-3" type="submit">
          {words.saveRules}
        </button>
      </Form>
    </section>
  );
}
