import { Form } from 'react-router';
import { demoAccounts as words } from '#shared/people/person/demo-accounts.fr.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#shared/people/person/demo-accounts.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** The accounts of the demonstration. Each is a form of its own, so that one press signs in: the page has no script. */
export function DemoAccounts() {
  return (
    <section className="mt-7" aria-labelledby="demo">
      <h2 id="demo">{words.title}</h2>
      <p className="muted small mt-1 mb-3">
        {words.lead} <strong className="text-ink nowrap">{DEMO_PASSWORD}</strong>
      </p>
      <ul className="accounts">
        {DEMO_ACCOUNTS.map(({ email, letters, colour }) => (
          <li key={email}>
            <Form method="post" reloadDocument>
              <input type="hidden" name="password" value={DEMO_PASSWORD} />
              <button type="submit" name="email" value={email}>
                <Avatar letters={letters} colour={colour} label={null} />
                <span>
                  <strong>{words.roles[email]}</strong>
                  <small>{email}</small>
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
