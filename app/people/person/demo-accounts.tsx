import { Form } from 'react-router';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#shared/people/person/demo-accounts.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** The accounts of the demonstration. Each is a form of its own, so that one press signs in: the page has no script. */
export function DemoAccounts() {
  return (
    <section className="mt-7" aria-labelledby="demo">
      <h2 id="demo">{people.demo.title}</h2>
      <p className="muted small mt-1 mb-3">
        {people.demo.lead} <strong className="text-ink nowrap">{DEMO_PASSWORD}</strong>
      </p>
      <ul className="accounts">
        {DEMO_ACCOUNTS.map(({ email, letters, colour }) => (
          <li key={email}>
            <Form method="post" reloadDocument>
              <input type="hidden" name="password" value={DEMO_PASSWORD} />
              <button type="submit" name="email" value={email}>
                <Avatar letters={letters} colour={colour} label={null} />
                <span>
                  <strong>{people.demo.roles[email]}</strong>
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
