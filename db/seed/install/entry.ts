import type { Tx } from '../../kernel/transaction.ts';
import { askTie } from '../../people/entry/ties.ts';
import { createPerson } from '../../people/person/people.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Somebody whom nobody invited, of an address that the city is not known by: a colleague says whether they are theirs. */
const NEWCOMER = {
  name: 'Paul Mercier',
  email: 'paul.mercier@ccas-clairvigne.example',
  jobTitle: 'Directeur du centre communal d’action sociale',
} as const;

/** [EN5] Keeps a tie that waits for its answer. */
export async function installEntry(tx: Tx, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  const userId = newId();
  const at = new Date(now.getTime() - 86_400_000);
  const account = { id: userId, platformRole: 'member', organisationId: null, passwordHash: null } as const;
  const made = await createPerson(tx, { ...account, ...NEWCOMER, now: at });
  if (!made.ok) throw new Error(`${NEWCOMER.email}: ${made.error}`);
  const tie = { id: newId(), userId, organisationId: idOf('clairvigne'), email: NEWCOMER.email };
  await askTie(tx, { ...tie, madeAccount: true, now: at });
}
