import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { listMenuGroups } from '#db/people/group/menu-groups.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { MENU_GROUPS } from '#shared/kernel/menu/menu.ts';
import { withDb } from '#tests/support/database.ts';

const at = new Date('2023-03-14T13:00:00Z');
const site = (db: Db) => ({ db, now: () => at, newId: () => randomUUID() });

test('[H32] the menu names the groups of its reader, and nobody else’s; whoever sees all of them finds their own first', () =>
  withDb(async (db) => {
    const [first, second] = [await aGroup(site(db)), await aGroup(site(db))];
    for (let more = 0; more < MENU_GROUPS; more++) await aGroup(site(db));
    const named = async (person: Awaited<ReturnType<typeof aPerson>>, platformRole = 'member' as const) => {
      const { groups, total } = await listMenuGroups(db, { userId: person.id, platformRole, now: at });
      return { ids: groups.map(({ id }) => id), total };
    };
    const member = await aPerson(site(db));
    await aMember(site(db), { groupId: second.id, userId: member.id, role: 'observer' });
    expect(await named(member)).toEqual({ ids: [second.id], total: 1 });
    expect(await named(await aPerson(site(db)))).toEqual({ ids: [], total: 0 });

    const left = await aPerson(site(db));
    await aMember(site(db), { groupId: first.id, userId: left.id, role: 'observer', until: at });
    expect(await named(left)).toEqual({ ids: [], total: 0 });

    const coordinator = await aPerson(site(db), { platformRole: 'coordinator' });
    await aMember(site(db), { groupId: first.id, userId: coordinator.id, role: 'facilitator' });
    const { groups, total } = await listMenuGroups(db, {
      userId: coordinator.id,
      platformRole: 'coordinator',
      now: at,
    });
    expect(groups).toHaveLength(MENU_GROUPS);
    expect(groups.map(({ id }) => id)).toContain(first.id);
    expect(total).toBe(MENU_GROUPS + 2);

    await db.update(users).set({ suspendedAt: at });
    expect(await named(member)).toEqual({ ids: [], total: 0 });
  }));
