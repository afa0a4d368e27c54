import { describe, expect, test } from 'vitest';
import { audienceOf, type Candidate, compareAudiences } from '#shared/documents/access/audience.ts';
import {
  canInDocument,
  DOCUMENT_ROLES,
  type DocumentRole,
  documentAccessOf,
  VISIBILITIES,
} from '#shared/documents/document-access.ts';
import { GROUP_ROLES, type GroupRole } from '#shared/kernel/access/access.ts';

const ROLES: readonly (GroupRole | null)[] = [...GROUP_ROLES, null];
const GRANTS: readonly DocumentRole[][] = [[], ...DOCUMENT_ROLES.map((role) => [role])];
const rank = (access: string | null) => ['read', 'comment', 'write'].indexOf(access ?? '');

describe('who may do what with a document', () => {
  test('[A6] a group’s document is its members’, by role, and nobody else’s', () => {
    const access = ROLES.map((groupRole) => documentAccessOf({ visibility: 'group', groupRole, grants: [] }));
    expect(access).toEqual(['write', 'write', 'write', 'comment', 'comment', null]);
  });

  test('[MR1] whoever sees a frozen document reads it, the facilitators too, and nobody else sees it for that', () => {
    const frozen = { grants: [], isFrozen: true } as const;
    const inGroup = ROLES.map((groupRole) => documentAccessOf({ ...frozen, visibility: 'group', groupRole }));
    expect(inGroup).toEqual(['read', 'read', 'read', 'read', 'read', null]);
    expect(
      documentAccessOf({ visibility: 'restricted', groupRole: null, grants: ['editor'], isFrozen: true }),
    ).toBe('read');
  });

  test('[A6] a restricted document is its facilitators’ and theirs who are named, and absent for the others', () => {
    const access = ROLES.map((groupRole) =>
      documentAccessOf({ visibility: 'restricted', groupRole, grants: [] }),
    );
    expect(access).toEqual(['write', null, null, null, null, null]);
    const named = DOCUMENT_ROLES.map((role) =>
      documentAccessOf({ visibility: 'restricted', groupRole: null, grants: [role] }),
    );
    expect(named).toEqual(['write', 'comment', 'read']);
  });

  test('[A6] a document of the programme is read by everybody signed in, and written by its group', () => {
    const access = ROLES.map((groupRole) =>
      documentAccessOf({ visibility: 'programme', groupRole, grants: [] }),
    );
    expect(access).toEqual(['write', 'write', 'write', 'comment', 'comment', 'read']);
  });

  test('[A6] a name never takes away, and two names count as the stronger', () => {
    for (const visibility of VISIBILITIES) {
      for (const groupRole of ROLES) {
        const without = documentAccessOf({ visibility, groupRole, grants: [] });
        for (const grants of GRANTS) {
          for (const more of GRANTS) {
            const one = documentAccessOf({ visibility, groupRole, grants });
            const both = documentAccessOf({ visibility, groupRole, grants: [...grants, ...more] });
            expect(rank(one)).toBeGreaterThanOrEqual(rank(without));
            expect(rank(both)).toBeGreaterThanOrEqual(rank(one));
          }
        }
      }
    }
  });

  test('[A7] only writers of the group organise, whatever a name gives to somebody else', () => {
    expect(canInDocument({ access: 'write', groupRole: 'contributor' }, 'document.organise')).toBe(true);
    expect(canInDocument({ access: 'write', groupRole: 'observer' }, 'document.organise')).toBe(false);
    expect(canInDocument({ access: 'write', groupRole: null }, 'document.organise')).toBe(false);
    expect(canInDocument({ access: 'read', groupRole: 'contributor' }, 'document.organise')).toBe(false);
    expect(canInDocument({ access: 'write', groupRole: null }, 'document.write')).toBe(true);
    expect(canInDocument({ access: 'comment', groupRole: 'reviewer' }, 'document.write')).toBe(false);
    expect(canInDocument({ access: 'read', groupRole: null }, 'document.comment')).toBe(false);
  });
});

describe('who sees a document, and why', () => {
  const nobody: Candidate = {
    id: 'x',
    name: 'Camille',
    organisation: null,
    platformRole: null,
    ownRole: null,
    organisationRole: null,
    named: null,
    organisationNamed: null,
  };
  const seen = (candidate: Partial<Candidate>, visibility: (typeof VISIBILITIES)[number]) =>
    audienceOf([{ ...nobody, ...candidate }], visibility)[0];

  test('[A9] the audience and the table of rights agree, for every combination', () => {
    const named: (DocumentRole | null)[] = [...DOCUMENT_ROLES, null];
    for (const visibility of ['group', 'restricted'] as const)
      for (const ownRole of ROLES)
        for (const organisationRole of ROLES)
          for (const own of named)
            for (const whole of named) {
              const member = seen(
                { ownRole, organisationRole, named: own, organisationNamed: whole },
                visibility,
              );
              const groupRole = GROUP_ROLES.find((role) => role === ownRole || role === organisationRole);
              const grants = [own, whole].filter((role) => role !== null);
              expect(member?.access ?? null).toBe(
                documentAccessOf({ visibility, groupRole: groupRole ?? null, grants }),
              );
              if (member) expect(member.reasons.length).toBeGreaterThan(0);
            }
  });

  test('[A9] every way in is said, and only those that lead in', () => {
    expect(
      seen({ ownRole: 'observer', organisationRole: 'facilitator', named: 'reader' }, 'restricted'),
    ).toMatchObject({
      access: 'write',
      reasons: [
        { kind: 'organisationMember', groupRole: 'facilitator' },
        { kind: 'named', role: 'reader' },
      ],
    });
    expect(seen({}, 'programme')).toBeUndefined();
  });

  test('[A9] a change says who begins to see it and who no longer does', () => {
    const people = [
      { ...nobody, id: 'a', ownRole: 'contributor' as const },
      { ...nobody, id: 'b', named: 'reader' as const },
    ];
    const change = compareAudiences(audienceOf(people, 'group'), audienceOf(people, 'restricted'));
    expect(change.gain).toEqual([]);
    expect(change.lose.map(({ id }) => id)).toEqual(['a']);
  });
});
