import { eq } from 'drizzle-orm';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { nameOrganisationAdmin } from '#db/people/organisation/organisation-admins.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { changePerson, suspendPerson } from '#db/people/person/people.ts';
import { anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';

/** Throws what a gesture was refused with: these are all meant to be done. */
export async function done(gesture: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await gesture;
  if (!result.ok) throw new Error(JSON.stringify(result));
}

/** Says the address of an organisation. */
export async function declare(db: Db, organisationId: string, declaredEmail: string): Promise<void> {
  await db.update(organisations).set({ declaredEmail }).where(eq(organisations.id, organisationId));
}

/**
 * Eight people around an organisation, of whom the last alone may speak for it: accounts that the coordination made, named and moved, one
 * that was closed, and those who run the platform.
 */
export async function eightAround(site: Site, organisationId: string) {
  const { db } = site;
  const now = site.now();
  const elsewhere = await anOrganisation(site, { name: `Ailleurs ${site.newId()}` });
  const admin = await aPerson(site, { name: 'Hélène', platformRole: 'admin' });
  const by = admin.id;
  const made = () => aPerson(site, { organisationId, isSignatory: false });
  const theirs = () => aPerson(site, { organisationId });
  const [alone, named, suspended, back] = [await made(), await made(), await theirs(), await theirs()];
  const moved = await aPerson(site, { organisationId: elsewhere.id });
  const coordinator = await aPerson(site, {
    organisationId,
    isSignatory: false,
    platformRole: 'coordinator',
  });
  await done(inTransaction(db, (tx) => nameOrganisationAdmin(tx, { id: named.id, by, isAdmin: true, now })));
  await done(inTransaction(db, (tx) => suspendPerson(tx, { id: suspended.id, by, now })));
  const move = (id: string, to: string) =>
    done(
      inTransaction(db, (tx) =>
        changePerson(tx, { id, platformRole: 'member', organisationId: to, by, now }),
      ),
    );
  await move(moved.id, organisationId);
  await move(back.id, elsewhere.id);
  await move(back.id, organisationId);
  return { alone, named, suspended, moved, back, coordinator, admin, signatory: await theirs() };
}
