import { expect, test } from 'vitest';
import { demoOrganisations } from '#db/seed/demo/organisations.ts';
import { demoAccounts, demoPassword } from '#db/seed/demo/people.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#shared/people/person/demo-accounts.ts';

test('[DE1] the sign-in page offers the accounts that the demonstration makes, in their order', () => {
  expect(DEMO_ACCOUNTS.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email));
  expect(DEMO_PASSWORD).toBe(demoPassword);
});

test('[DE1] each with the mark of its organisation; administration has its own letters', () => {
  for (const { email, letters, colour } of DEMO_ACCOUNTS.slice(0, -1)) {
    const key = demoAccounts.find((account) => account.email === email)?.organisation;
    const organisation = demoOrganisations.find((candidate) => candidate.key === key);
    expect([letters, colour], email).toEqual([organisation?.shortName, organisation?.colour]);
  }
});
