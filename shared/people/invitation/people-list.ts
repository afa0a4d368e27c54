import { GROUP_ROLES, type GroupRole } from '../../kernel/access/access.ts';
import { fold, foldedWords } from '../../kernel/text/fold.ts';
import { parseEmail } from '../person/email.ts';
import { parseName } from '../person/person.ts';
import type { PeopleFault, PeopleNote } from './people-finding.ts';
import type { PersonLine } from './people-table.ts';
import { plainCell, readableName } from './readable-name.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What there is before the list is taken. */
export interface KnownPeople {
  /** By address, in lower case. */
  readonly accounts: ReadonlyMap<string, Named>;
  /** Addresses with an invitation that still opens. */
  readonly waiting: ReadonlySet<string>;
  readonly organisations: readonly (Named & { readonly municipalityCode: string | null })[];
  /** Those that whoever asks may see. */
  readonly groups: readonly Named[];
}

/** Somebody of the list, and what the list does for them: a mail with a link, or, for an account, memberships. */
export interface ListedPerson {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly organisation: Named | null;
  readonly groups: readonly Named[];
  readonly role: GroupRole;
  readonly does: 'invite' | 'join';
  /** The account; null for an invitation. */
  readonly userId: string | null;
}

/** What becomes of a list: faulty lines are left out, all others are taken together. */
export interface PeopleDecision {
  readonly people: readonly ListedPerson[];
  readonly faults: readonly PeopleFault[];
  /** What is read otherwise than it is written, and whom nothing is sent to. */
  readonly notes: readonly PeopleNote[];
}

/** How a list names roles, by how the word begins; their own names in programs too. */
const ROLES: readonly (readonly [string, GroupRole])[] = [
  ['anim', 'facilitator'],
  ['facilitat', 'facilitator'],
  ['contrib', 'contributor'],
  ['conseil', 'consultant'],
  ['consult', 'consultant'],
  ['relec', 'reviewer'],
  ['review', 'reviewer'],
  ['obs', 'observer'],
];

function roleOf(said: string): GroupRole | null {
  if (said === '') return 'contributor';
  const word = fold(said).trim();
  const own = GROUP_ROLES.find((role) => role === word);
  return own ?? ROLES.find(([stem]) => word.startsWith(stem))?.[1] ?? null;
}

/**
 * [IB2] Decides what becomes of the people of a list. Each fault is named with its line, all of a line at once; a line without one is taken. Nobody is
 * written to twice: neither an address that stands again, nor one whose invitation waits.
 */
export function decidePeople(lines: readonly PersonLine[], known: KnownPeople): PeopleDecision {
  const organisations = byName(known.organisations);
  const codes = new Map(known.organisations.map((one) => [one.municipalityCode ?? '', one]));
  const groups = byName(known.groups);
  const seen = new Map<string, number>();
  const faults: PeopleFault[] = [];
  const notes: PeopleNote[] = [];
  const people: ListedPerson[] = [];
  for (const line of lines) {
    const own: PeopleFault[] = [];
    const email = emailOf(line, seen, own);
    const name = nameOf(line, own, notes);
    const said = plainCell(line.organisation);
    const organisation =
      said === '' ? null : (codes.get(said) ?? organisations.get(foldedWords(said)) ?? null);
    if (said !== '' && !organisation)
      own.push({ code: 'organisation.unknown', line: line.line, value: said });
    const found = line.groups.map((group) => ({ group, at: groups.get(foldedWords(group)) }));
    for (const { group, at } of found)
      if (!at) own.push({ code: 'group.unknown', line: line.line, value: group });
    const role = roleOf(plainCell(line.role));
    if (!role) own.push({ code: 'role.unknown', line: line.line, value: line.role });
    faults.push(...own);
    if (own.length > 0 || !role) continue;
    const account = known.accounts.get(email);
    const note = noteOf(account !== undefined, known.waiting.has(email), found.length);
    if (note) {
      notes.push({ code: note, line: line.line, value: email });
      continue;
    }
    const places = [
      ...new Map(found.flatMap(({ at }) => (at ? [[at.id, { id: at.id, name: at.name }]] : []))).values(),
    ];
    people.push({
      ...{ line: line.line, email, name, role, groups: places },
      organisation: organisation && { id: organisation.id, name: organisation.name },
      does: account ? 'join' : 'invite',
      userId: account?.id ?? null,
    });
  }
  return { people, faults, notes };
}

/** Somebody for whom the list does nothing, and why; null for all others. */
function noteOf(
  hasAccount: boolean,
  waits: boolean,
  groups: number,
): 'person.hasAccount' | 'person.waits' | null {
  if (hasAccount) return groups === 0 ? 'person.hasAccount' : null;
  return waits ? 'person.waits' : null;
}

function emailOf(
  { line, email: said }: PersonLine,
  seen: Map<string, number>,
  faults: PeopleFault[],
): string {
  const value = plainCell(said);
  const parsed = parseEmail(value);
  if (!parsed.ok) {
    faults.push({ code: value === '' ? 'email.missing' : 'email.invalid', line, value });
    return '';
  }
  const firstLine = seen.get(parsed.value);
  if (firstLine !== undefined) faults.push({ code: 'email.twice', line, value: parsed.value, firstLine });
  else seen.set(parsed.value, line);
  return parsed.value;
}

function nameOf({ line, name: said }: PersonLine, faults: PeopleFault[], notes: PeopleNote[]): string {
  const plain = plainCell(said);
  const parsed = parseName(readableName(plain));
  if (!parsed.ok) {
    faults.push({ code: plain === '' ? 'name.missing' : 'name.tooLong', line, value: plain });
    return '';
  }
  if (parsed.value !== said.trim())
    notes.push({ code: 'name.read', line, value: said, expected: parsed.value });
  return parsed.value;
}

/** The first of each name: two of one name are told apart by nothing in a list. */
function byName<T extends Named>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.toReversed().map((one) => [foldedWords(one.name), one]));
}
