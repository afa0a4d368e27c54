import { createHash } from 'node:crypto';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { ensureSeason } from '#db/programme/season/seasons.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { readRegister } from '#server/programme/territory/register.ts';

/** How much there is of everything when the whole country takes part. */
export const NATIONAL = {
  organisations: 3_000,
  people: 30_000,
  groups: 150,
  documents: 200_000,
  boards: 1_500,
  resources: 10_000,
  datasets: 20_000,
  experiments: 1_500,
  needs: 60_000,
  missions: 2_000,
  applications: 3_000,
  activities: 300_000,
  challenges: 3_000,
  facilitators: 600,
  tracks: 200,
  auditLines: 50_000,
  notifications: 3_000,
} as const;

/** The ranks of those who sign in, by what they are on the platform. */
export const SIGNED_IN = { coordinator: 1, reviewer: 2, admin: 3, member: 40 } as const;

/** The id of the nth of a kind, as the database makes it: kinds are letters, `d` for documents. */
export function nationalId(kind: string, rank: number): string {
  return createHash('md5')
    .update(`${kind}${rank}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * Fills an empty PostgreSQL with the country, by its own means: the same rows on every machine, spread by the arithmetic of their
 * number over the 270 days of the season. Whoever signs in is of `SIGNED_IN`, with the password of that hash.
 */
export async function fillNational(
  { db, run }: Database,
  { share, passwordHash, groups: given }: { share: number; passwordHash: string; groups?: number },
): Promise<void> {
  const of = (count: number) => Math.max(1, Math.round(count * share));
  const sql = async (text: string) => void (await run(text, []));
  await loadRegister(db, await readRegister(), new Date());
  await inTransaction(db, (tx) => ensureSeason(tx, programmeSeason, () => crypto.randomUUID()));
  const groups = given ?? of(NATIONAL.groups);
  const organisations = of(NATIONAL.organisations);
  const people = of(NATIONAL.people);
  const experiments = of(NATIONAL.experiments);
  const missions = of(NATIONAL.missions);
  const at = (rank: string) => `timestamptz '2022-10-02 08:00Z' + (${rank} % 270) * interval '1 day'`;
  await sql(`create function uid(kind text, rank bigint) returns text language sql immutable
    as $$ select md5(kind || rank)::uuid::text $$`);
  const theme = (rank: string) => `(select id from theme order by key offset ${rank} % 3 limit 1)`;

  await sql(`insert into agreement (id, name, is_in_programme, signed_on)
    select 'ACV' || lpad(n::text, 5, '0'), 'Convention ' || n, true, '2018-09-28' from generate_series(1, ${of(222)}) n`);
  await sql(`insert into agreement_municipality (agreement_id, municipality_code)
    select 'ACV' || lpad((1 + row_number() over (order by md5(code)) % ${of(222)})::text, 5, '0'), code
    from municipality where replaced_by is null order by md5(code) limit ${of(235)}`);
  await sql(`insert into organisation (id, name, short_name, kind, colour, municipality_code, created_at)
    select uid('o', n), name, 'VI', 'municipality', 1 + n % 6, code, ${at('0')}
    from (select row_number() over (order by md5(code || 'x')) as n, code, name from municipality where replaced_by is null) m
    where n <= ${organisations}`);
  await sql(`insert into organisation (id, name, short_name, kind, colour, created_at)
    select uid('f', n), 'Cabinet ' || n, 'CA', 'consultancy', 6, ${at('0')} from generate_series(1, 40) n`);
  await sql(`insert into "user" (id, name, email, email_verified, created_at, updated_at, platform_role, organisation_id)
    select uid('u', n), 'Personne ' || n, 'p' || n || '@exemple.test', true, ${at('0')}, ${at('0')},
      case n when 1 then 'coordinator' when 2 then 'reviewer' when 3 then 'admin' else 'member' end,
      uid('o', 1 + n % ${organisations}) from generate_series(1, ${people}) n`);
  await sql(`insert into working_group (id, theme_id, name, purpose, created_at)
    select uid('g', n), ${theme('n')}, 'Groupe ' || n, 'Travailler', ${at('0')} from generate_series(1, ${groups}) n`);
  await sql(`insert into group_organisation (group_id, organisation_id, role, added_at)
    select uid('g', n), uid('o', 1 + (n * 20 + k) % ${organisations}), 'contributor', ${at('n')}
    from generate_series(1, ${groups}) n, generate_series(1, 20) k on conflict do nothing`);
  await sql(`insert into group_member (group_id, user_id, role, added_at)
    select uid('g', n), uid('u', 4 + (n * 30 + k) % ${people - 4}), case k when 1 then 'facilitator' else 'contributor' end, ${at('n')}
    from generate_series(1, ${groups}) n, generate_series(1, 30) k on conflict do nothing`);

  const documents = of(NATIONAL.documents);
  await sql(`insert into document (id, group_id, title, visibility, created_by, created_at, updated_at)
    select uid('d', n), uid('g', 1 + n % ${groups}), 'Document ' || n, case when n % 40 = 0 then 'restricted' else 'group' end,
      uid('u', 1 + n % ${people}), ${at('n')}, ${at('n + 3')} from generate_series(1, ${documents}) n`);
  await sql(
    `insert into doc_room (room, seq, created_at) select 'document:' || uid('d', n), 1, ${at('n')} from generate_series(1, ${documents}) n`,
  );
  await sql(`insert into doc_update (room, seq, user_id, data, at)
    select 'document:' || uid('d', n), 1, uid('u', 1 + n % ${people}), '\\x0000', ${at('n + 1')} from generate_series(1, ${documents}) n`);
  // Nothing is left to be told or put into tables: what the server does in its own time is not measured.
  await sql(
    `insert into told_edit (document_id, seq) select uid('d', n), 1 from generate_series(1, ${documents}) n`,
  );
  await sql('insert into doc_projection (room, seq, at) select room, seq, created_at from doc_room');
  await sql(`insert into doc_client (room, client_id, user_id, at)
    select 'document:' || uid('d', n), n, uid('u', 1 + n % ${people}), ${at('n + 1')} from generate_series(1, ${documents}) n`);
  await sql(`insert into comment_thread (id, document_id, author_id, start_at, end_at, quote, before, after, seq, created_at)
    select uid('t', n), uid('d', n), uid('u', 1 + n % ${people}), '\\x', '\\x', '', '', '', 1, ${at('n')} from generate_series(1, ${of(6_000)}) n`);
  await sql(`insert into suggestion (thread_id, original, proposed, state, decided_at)
    select uid('t', n), 'a', 'b', 'accepted', ${at('n')} + interval '9 days' from generate_series(1, ${of(6_000)}) n`);
  await sql(`insert into board (id, group_id, title, created_by, created_at, updated_at)
    select uid('b', n), uid('g', 1 + n % ${groups}), 'Tableau ' || n, uid('u', 1), ${at('n')}, ${at('n')} from generate_series(1, ${of(NATIONAL.boards)}) n`);
  await sql(`insert into meeting (id, group_id, title, starts_at, ends_at, status, opened_at, closed_at, created_at, updated_at)
    select uid('m', n), uid('g', 1 + n % ${groups}), 'Séance ' || n, ${at('n')}, ${at('n')}, 'held', ${at('n')}, ${at('n')}, ${at('n')}, ${at('n')}
    from generate_series(1, ${of(1_500)}) n`);
  await sql(`insert into minutes (meeting_id, document_id, status, submitted_at, approved_at)
    select uid('m', n), uid('d', n), 'approved', ${at('n')} + interval '5 days', case when n % 3 > 0 then ${at('n')} + interval '35 days' end
    from generate_series(1, ${of(1_400)}) n`);
  await sql(`insert into activity (id, group_id, actor_id, verb, object_id, at, told_at)
    select uid('a', n), uid('g', 1 + n % ${groups}), uid('u', 1 + n % ${people}), 'document.created', uid('d', 1 + n % ${documents}), ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.activities)}) n`);
  await sql(`insert into resource (id, group_id, title, kind, description, producer, licence, language, address, created_by, created_at, updated_at)
    select uid('r', n), uid('g', 1 + n % ${groups}), 'Ressource ' || n, 'link', '', 'Ville', 'etalab-2.0', 'fr', 'https://exemple.test/' || n, uid('u', 1), ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.resources)}) n`);
  await sql(`insert into dataset (id, group_id, organisation_id, title, description, producer_name, producer_kind, access_status, access_note, licence, frequency, schema_name, schema_url, schema_version, territory, contact, visibility, created_by, created_at, updated_at)
    select uid('s', n), uid('g', 1 + n % ${groups}), uid('o', 1 + n % ${organisations}), 'Jeu ' || n, '', 'Ville', 'public_local', 'open', '', 'etalab-2.0', 'annual', '', '', '', '', '', 'group', uid('u', 1), ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.datasets)}) n`);
  await sql(`insert into dataset_check (id, group_id, dataset_id, state, schema, schema_source, file_name, file_bytes, rows_read, errors, warnings, created_by, created_at, beat_at)
    select uid('c', n), uid('g', 1), uid('s', 1 + n % ${of(NATIONAL.datasets)}), 'done', case when n % 2 = 0 then '{"fields":[]}'::jsonb end, '', 'a.csv', 1, 1, n % 3, 0, uid('u', 1), ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.datasets) * 2}) n`);

  await sql(`insert into experiment (id, theme_id, title, state, starts_on, ends_on, created_at)
    select uid('e', n), ${theme('n')}, 'Expérimentation ' || n, case when n % 3 = 0 then 'ended' else 'running' end, '2022-11-01', '2023-05-31', ${at('n % 60')}
    from generate_series(1, ${experiments}) n`);
  await sql(`insert into experiment_organisation (experiment_id, organisation_id, is_lead)
    select uid('e', n), uid('o', 1 + (n * 2 + k) % ${organisations}), k = 0 from generate_series(1, ${experiments}) n, generate_series(0, 1) k`);
  await sql(`insert into experiment_event (id, experiment_id, kind, data, at)
    select 'v' || n || '-' || k, uid('e', n), 'state.changed',
      case k when 0 then '{"from":"preparing","to":"running"}'::jsonb else '{"from":"running","to":"ended"}'::jsonb end,
      ${at('n % 60')} + (5 + k * 150) * interval '1 day'
    from generate_series(1, ${experiments}) n, generate_series(0, 1) k where k = 0 or n % 3 = 0`);
  await fillNeeds(sql, { needs: of(NATIONAL.needs), experiments, at });
  await sql(`insert into consulting_mission (id, experiment_id, firm_id, title, starts_on, ends_on, granted_quarters, created_at)
    select uid('k', n), uid('e', 1 + n % ${experiments}), uid('f', 1 + n % 40), 'Mission ' || n, '2022-11-01', '2023-05-31', 80, ${at('n % 60')}
    from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_city (mission_id, organisation_id)
    select uid('k', n), uid('o', 1 + ((1 + n % ${experiments}) * 2) % ${organisations}) from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_grant (id, mission_id, quarters, ends_on, reason, granted_at)
    select uid('j', n), uid('k', n), 80, '2023-05-31', '', ${at('n % 60')} from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_day (id, mission_id, organisation_id, consultant_id, day, quarters, work, logged_at)
    select 'w' || n || '-' || k, uid('k', n), uid('o', 1 + ((1 + n % ${experiments}) * 2) % ${organisations}), uid('u', 1),
      date '2022-12-01' + ((n * 7 + k * 9) % 180)::int, 4, 'Atelier', ${at('60 + n + k')}
    from generate_series(1, ${missions}) n, generate_series(1, 12) k`);
  await sql(`insert into call (id, season_id, title, opens_at, closes_at, published_at, created_at)
    select uid('l', 1), id, 'Appel', '2022-02-14', '2022-04-30', '2022-02-14', '2022-02-01' from season limit 1`);
  await sql(`insert into application (id, call_id, organisation_id, title, status, form_version, created_at, updated_at)
    select uid('p', n), uid('l', 1), uid('o', 1 + n % ${organisations}), 'Candidature ' || n, 'submitted', 1, ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.applications)}) n`);
  await fillProgramme(sql, { of, experiments, organisations, people, at, theme });
  await run(
    `insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    select uid('u', n), uid('u', n), 'credential', uid('u', n), $1, now(), now() from unnest($2::int[]) n`,
    [passwordHash, Object.values(SIGNED_IN).filter((rank) => rank <= people)],
  );
  await sql('drop function uid');
  await sql('vacuum analyze');
}

interface Filling {
  readonly of: (count: number) => number;
  readonly experiments: number;
  readonly organisations: number;
  readonly people: number;
  readonly at: (rank: string) => string;
  readonly theme: (rank: string) => string;
}

/** What stands around experiments: challenges, facilitators, tracks, marks, the audit trail, what people hear. */
async function fillProgramme(
  sql: (text: string) => Promise<void>,
  { of, experiments, organisations, people, at, theme }: Filling,
): Promise<void> {
  const applications = of(NATIONAL.applications);
  const challenges = of(NATIONAL.challenges);
  await sql(`insert into application_submission (application_id, rank, number, answers, form_version, hash, is_late, submitted_at)
    select uid('p', n), 1, 'AMI-1-' || lpad(n::text, 4, '0'), '{}', 1, '', n % 50 = 0, ${at('n')} from generate_series(1, ${applications}) n`);
  await sql(`insert into application_event (id, application_id, verb, status, at)
    select uid('y', n), uid('p', n), 'submitted', 'submitted', ${at('n')} from generate_series(1, ${applications}) n`);
  await sql(`insert into assessment (id, application_id, user_id, assigned_at)
    select uid('i', n), uid('p', n), uid('u', case when n % 10 = 0 then 2 else 4 + n % ${people - 4} end), ${at('n')}
    from generate_series(1, ${applications}) n`);
  await sql(`insert into committee (call_id) values (uid('l', 1))`);
  await sql(`insert into local_issue (id, title, context, theme_id, organisation_id, created_at, updated_at)
    select uid('q', n), 'Comment agir ici, problématique ' || n || ' ?', 'Contexte', ${theme('n')}, uid('o', 1 + n % ${organisations}), ${at('n')}, ${at('n')}
    from generate_series(1, ${challenges}) n`);
  await sql(`insert into local_issue_city (id, issue_id, organisation_id, joined_at)
    select uid('h', n * 4 + k), uid('q', n), uid('o', 1 + (n + k * 7) % ${organisations}), ${at('n')}
    from generate_series(1, ${challenges}) n, generate_series(0, 3) k`);
  await sql(`insert into local_issue_experiment (issue_id, experiment_id, linked_at)
    select uid('q', n), uid('e', 1 + n % ${experiments}), ${at('n')} from generate_series(1, ${challenges}) n`);
  await sql(`insert into territorial_facilitator (id, name, kind, offer, address, site, contact_name, contact_email, contact_phone, source, certainty, created_at, updated_at)
    select uid('z', n), 'Structure ' || n, 'department', 'Accompagnement', '', '', '', '', '', '', '', ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.facilitators)}) n`);
  await sql(`insert into service_area (facilitator_id, level, code)
    select uid('z', n), 'department', (select code from department order by code offset n % 101 limit 1)
    from generate_series(1, ${of(NATIONAL.facilitators)}) n`);
  await sql(`insert into standardisation_track (id, title, purpose, phase, schema_name, is_for_common_core, created_at, updated_at)
    select uid('j', n), 'Chantier ' || n, '', 'investigation', '', false, ${at('n')}, ${at('n')} from generate_series(1, ${of(NATIONAL.tracks)}) n`);
  await sql(`insert into standardisation_step (track_id, rank, to_phase, why, at)
    select uid('j', n), 1, 'investigation', '', ${at('n')} from generate_series(1, ${of(NATIONAL.tracks)}) n`);
  await sql(`insert into audit_entry (sequence, at, actor_id, action, subject_kind, subject_id, subject_name, payload, previous_hash, hash)
    select n, ${at('n')}, uid('u', 1 + n % ${people}), 'mission.daysGranted', 'mission', uid('k', n), 'Mission ' || n, '{}', '', md5(n::text)
    from generate_series((select coalesce(max(sequence), 0) + 1 from audit_entry), ${of(NATIONAL.auditLines)}) n`);
  await sql(`insert into notification (id, user_id, activity_id, object_kind, object_id, reason, delivery, at)
    select uid('w', n), uid('u', case when n % 2 = 0 then 1 else 40 end), uid('a', n), 'document', uid('d', 1 + n), 'group', 'app', ${at('n')}
    from generate_series(1, ${of(NATIONAL.notifications)}) n where ${people} >= 40`);
  await sql(
    `insert into doc_room (room, seq, created_at) select 'board:' || id, 0, created_at from board on conflict do nothing`,
  );
  await sql(`insert into card (board_id, card_id, title, description, column_id, column_name, "order", is_done, is_archived, due, assignee_ids, labels)
    select uid('b', n), 'c' || k, 'Carte ' || k, '', 'todo', 'À faire', lpad(k::text, 4, '0'), k % 3 = 0, false, date '2023-03-01' + (n % 90)::int,
      array[uid('u', case when n % 30 = 0 then 40 else 4 + (n * 20 + k) % ${people - 4} end)], '{}'
    from generate_series(1, ${of(NATIONAL.boards)}) n, generate_series(1, 20) k`);
}

const KINDS = `(array['public_local','public_national','parapublic','entreprise','citoyens_associations'])`;
const STATUSES = `(array['open','candidate','closed_unjustified','closed_justified','other'])`;

async function fillNeeds(
  sql: (text: string) => Promise<void>,
  { needs, experiments, at }: { needs: number; experiments: number; at: (rank: string) => string },
): Promise<void> {
  const status = (rank: string) => `${STATUSES}[1 + (${rank}) % 5]`;
  await sql(`insert into wanted_dataset (id, name, name_key, is_listed, created_at)
    select uid('x', n), 'Donnée ' || n, 'donnee ' || n, false, ${at('0')} from generate_series(1, 500) n`);
  await sql(`insert into data_need (id, experiment_id, wanted_id, producer_kind, producer_name, importance, access_status, access_note, in_charge, schema_name, frequency, licence, contact, comment, created_at, updated_at)
    select uid('n', n), uid('e', 1 + n % ${experiments}), uid('x', 1 + (n / 7) % 500), ${KINDS}[1 + n % 5], 'Ville', case when n % 3 = 0 then 'essential' else 'useful' end,
      ${status('n / 5 + 1')}, '', '', '', 'annual', 'none', '', '', ${at('n')}, ${at('n')} from generate_series(1, ${needs}) n`);
  await sql(`insert into data_need_step (need_id, rank, experiment_id, from_kind, from_status, from_importance, to_kind, to_status, to_importance, why, at)
    select uid('n', n), k, uid('e', 1 + n % ${experiments}),
      case k when 2 then ${KINDS}[1 + n % 5] end, case k when 2 then ${status('n / 5')} end, case k when 2 then 'useful' end,
      ${KINDS}[1 + n % 5], ${status('n / 5 + k - 1')}, 'useful', '', ${at('n')} + (k - 1) * interval '20 days'
    from generate_series(1, ${needs}) n, generate_series(1, 2) k`);
}
