import type { Database } from '#db/client.ts';
import { loadRegister } from '#db/register.ts';
import { ensureSeason } from '#db/seasons.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { readRegister } from '#server/territories/register.ts';

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
} as const;

/**
 * Fills an empty PostgreSQL with the country, by its own means: the same rows on every machine, spread by the arithmetic of their
 * number over the 270 days of the season. Ids are `g1`, `d1`…
 */
export async function fillNational({ db, run }: Database, share: number): Promise<void> {
  const of = (count: number) => Math.max(1, Math.round(count * share));
  const sql = async (text: string) => void (await run(text, []));
  await loadRegister(db, await readRegister(), new Date());
  await ensureSeason(db, programmeSeason, () => crypto.randomUUID());
  const groups = of(NATIONAL.groups);
  const organisations = of(NATIONAL.organisations);
  const people = of(NATIONAL.people);
  const experiments = of(NATIONAL.experiments);
  const missions = of(NATIONAL.missions);
  const at = (rank: string) => `timestamptz '2022-10-02 08:00Z' + (${rank} % 270) * interval '1 day'`;
  const theme = (rank: string) => `(select id from theme order by key offset ${rank} % 3 limit 1)`;

  await sql(`insert into agreement (id, name, is_in_programme, signed_on)
    select 'ACV' || lpad(n::text, 5, '0'), 'Convention ' || n, true, '2018-09-28' from generate_series(1, ${of(222)}) n`);
  await sql(`insert into agreement_municipality (agreement_id, municipality_code)
    select 'ACV' || lpad((1 + row_number() over (order by md5(code)) % ${of(222)})::text, 5, '0'), code
    from municipality where replaced_by is null order by md5(code) limit ${of(235)}`);
  await sql(`insert into organisation (id, name, short_name, kind, colour, municipality_code, created_at)
    select 'o' || n, name, 'VI', 'municipality', 1 + n % 6, code, ${at('0')}
    from (select row_number() over (order by md5(code || 'x')) as n, code, name from municipality where replaced_by is null) m
    where n <= ${organisations}`);
  await sql(`insert into organisation (id, name, short_name, kind, colour, created_at)
    select 'f' || n, 'Cabinet ' || n, 'CA', 'consultancy', 6, ${at('0')} from generate_series(1, 40) n`);
  await sql(`insert into "user" (id, name, email, email_verified, created_at, updated_at, platform_role, organisation_id)
    select 'u' || n, 'Personne ' || n, 'p' || n || '@exemple.test', true, ${at('0')}, ${at('0')},
      case n when 1 then 'coordinator' when 2 then 'reviewer' else 'member' end,
      'o' || (1 + n % ${organisations}) from generate_series(1, ${people}) n`);
  await sql(`insert into working_group (id, theme_id, name, purpose, created_at)
    select 'g' || n, ${theme('n')}, 'Groupe ' || n, 'Travailler', ${at('0')} from generate_series(1, ${groups}) n`);
  await sql(`insert into group_organisation (group_id, organisation_id, role, added_at)
    select 'g' || n, 'o' || (1 + (n * 20 + k) % ${organisations}), 'contributor', ${at('n')}
    from generate_series(1, ${groups}) n, generate_series(1, 20) k on conflict do nothing`);
  await sql(`insert into group_member (group_id, user_id, role, added_at)
    select 'g' || n, 'u' || (3 + (n * 30 + k) % ${people - 3}), case k when 1 then 'facilitator' else 'contributor' end, ${at('n')}
    from generate_series(1, ${groups}) n, generate_series(1, 30) k on conflict do nothing`);

  const documents = of(NATIONAL.documents);
  await sql(`insert into document (id, group_id, title, visibility, created_by, created_at, updated_at)
    select 'd' || n, 'g' || (1 + n % ${groups}), 'Document ' || n, case when n % 40 = 0 then 'restricted' else 'group' end,
      'u' || (1 + n % ${people}), ${at('n')}, ${at('n + 3')} from generate_series(1, ${documents}) n`);
  await sql(
    `insert into doc_room (room, seq, created_at) select 'document:d' || n, 1, ${at('n')} from generate_series(1, ${documents}) n`,
  );
  await sql(`insert into doc_update (room, seq, user_id, data, at)
    select 'document:d' || n, 1, 'u' || (1 + n % ${people}), '\\x00', ${at('n + 1')} from generate_series(1, ${documents}) n`);
  await sql(`insert into doc_client (room, client_id, user_id, at)
    select 'document:d' || n, n, 'u' || (1 + n % ${people}), ${at('n + 1')} from generate_series(1, ${documents}) n`);
  await sql(`insert into comment_thread (id, document_id, author_id, start_at, end_at, quote, before, after, seq, created_at)
    select 't' || n, 'd' || n, 'u' || (1 + n % ${people}), '\\x', '\\x', '', '', '', 1, ${at('n')} from generate_series(1, ${of(6_000)}) n`);
  await sql(`insert into suggestion (thread_id, original, proposed, state, decided_at)
    select 't' || n, 'a', 'b', 'accepted', ${at('n')} + interval '9 days' from generate_series(1, ${of(6_000)}) n`);
  await sql(`insert into board (id, group_id, title, created_by, created_at, updated_at)
    select 'b' || n, 'g' || (1 + n % ${groups}), 'Tableau ' || n, 'u1', ${at('n')}, ${at('n')} from generate_series(1, ${of(NATIONAL.boards)}) n`);
  await sql(`insert into meeting (id, group_id, title, starts_at, ends_at, status, opened_at, closed_at, created_at, updated_at)
    select 'm' || n, 'g' || (1 + n % ${groups}), 'Séance ' || n, ${at('n')}, ${at('n')}, 'held', ${at('n')}, ${at('n')}, ${at('n')}, ${at('n')}
    from generate_series(1, ${of(1_500)}) n`);
  await sql(`insert into minutes (meeting_id, document_id, status, submitted_at, approved_at)
    select 'm' || n, 'd' || n, 'approved', ${at('n')} + interval '5 days', case when n % 3 > 0 then ${at('n')} + interval '35 days' end
    from generate_series(1, ${of(1_400)}) n`);
  await sql(`insert into activity (id, group_id, actor_id, verb, object_id, at, told_at)
    select 'a' || n, 'g' || (1 + n % ${groups}), 'u' || (1 + n % ${people}), 'document.created', 'd' || (1 + n % ${documents}), ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.activities)}) n`);
  await sql(`insert into resource (id, group_id, title, kind, description, producer, licence, language, address, created_by, created_at, updated_at)
    select 'r' || n, 'g' || (1 + n % ${groups}), 'Ressource ' || n, 'guide', '', 'Ville', 'etalab-2.0', 'fr', 'https://exemple.test/' || n, 'u1', ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.resources)}) n`);
  await sql(`insert into dataset (id, group_id, organisation_id, title, description, producer_name, producer_kind, access_status, access_note, licence, frequency, schema_name, schema_url, schema_version, territory, contact, visibility, created_by, created_at, updated_at)
    select 's' || n, 'g' || (1 + n % ${groups}), 'o' || (1 + n % ${organisations}), 'Jeu ' || n, '', 'Ville', 'public_local', 'open', '', 'etalab-2.0', 'annual', '', '', '', '', '', 'group', 'u1', ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.datasets)}) n`);
  await sql(`insert into dataset_check (id, group_id, dataset_id, state, schema, schema_source, file_name, file_bytes, rows_read, errors, warnings, created_by, created_at, beat_at)
    select 'c' || n, 'g1', 's' || (1 + n % ${of(NATIONAL.datasets)}), 'done', case when n % 2 = 0 then '{"fields":[]}'::jsonb end, '', 'a.csv', 1, 1, n % 3, 0, 'u1', ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.datasets) * 2}) n`);

  await sql(`insert into experiment (id, theme_id, title, state, starts_on, ends_on, created_at)
    select 'e' || n, ${theme('n')}, 'Expérimentation ' || n, case when n % 3 = 0 then 'ended' else 'running' end, '2022-11-01', '2023-05-31', ${at('n % 60')}
    from generate_series(1, ${experiments}) n`);
  await sql(`insert into experiment_organisation (experiment_id, organisation_id, is_lead)
    select 'e' || n, 'o' || (1 + (n * 2 + k) % ${organisations}), k = 0 from generate_series(1, ${experiments}) n, generate_series(0, 1) k`);
  await sql(`insert into experiment_event (id, experiment_id, kind, data, at)
    select 'v' || n || '-' || k, 'e' || n, 'state.changed',
      case k when 0 then '{"from":"preparing","to":"running"}'::jsonb else '{"from":"running","to":"ended"}'::jsonb end,
      ${at('n % 60')} + (5 + k * 150) * interval '1 day'
    from generate_series(1, ${experiments}) n, generate_series(0, 1) k where k = 0 or n % 3 = 0`);
  await fillNeeds(sql, { needs: of(NATIONAL.needs), experiments, at });
  await sql(`insert into consulting_mission (id, experiment_id, firm_id, title, starts_on, ends_on, granted_quarters, created_at)
    select 'k' || n, 'e' || (1 + n % ${experiments}), 'f' || (1 + n % 40), 'Mission ' || n, '2022-11-01', '2023-05-31', 80, ${at('n % 60')}
    from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_city (mission_id, organisation_id)
    select 'k' || n, 'o' || (1 + ((1 + n % ${experiments}) * 2) % ${organisations}) from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_grant (id, mission_id, quarters, ends_on, reason, granted_at)
    select 'j' || n, 'k' || n, 80, '2023-05-31', '', ${at('n % 60')} from generate_series(1, ${missions}) n`);
  await sql(`insert into mission_day (id, mission_id, organisation_id, consultant_id, day, quarters, work, logged_at)
    select 'w' || n || '-' || k, 'k' || n, 'o' || (1 + ((1 + n % ${experiments}) * 2) % ${organisations}), 'u1',
      date '2022-12-01' + ((n * 7 + k * 9) % 180)::int, 4, 'Atelier', ${at('60 + n + k')}
    from generate_series(1, ${missions}) n, generate_series(1, 12) k`);
  await sql(`insert into call (id, season_id, title, opens_at, closes_at, published_at, created_at)
    select 'ami', id, 'Appel', '2022-02-14', '2022-04-30', '2022-02-14', '2022-02-01' from season limit 1`);
  await sql(`insert into application (id, call_id, organisation_id, title, status, form_version, created_at, updated_at)
    select 'p' || n, 'ami', 'o' || (1 + n % ${organisations}), 'Candidature ' || n, 'submitted', 1, ${at('n')}, ${at('n')}
    from generate_series(1, ${of(NATIONAL.applications)}) n`);
  await sql('analyze');
}

const KINDS = `(array['public_local','public_national','parapublic','entreprise','citoyens_associations'])`;
const STATUSES = `(array['open','candidate','closed_unjustified','closed_justified','other'])`;

async function fillNeeds(
  sql: (text: string) => Promise<void>,
  { needs, experiments, at }: { needs: number; experiments: number; at: (rank: string) => string },
): Promise<void> {
  const status = (rank: string) => `${STATUSES}[1 + (${rank}) % 5]`;
  await sql(`insert into wanted_dataset (id, name, name_key, is_listed, created_at)
    select 'x' || n, 'Donnée ' || n, 'donnee ' || n, false, ${at('0')} from generate_series(1, 500) n`);
  await sql(`insert into data_need (id, experiment_id, wanted_id, producer_kind, producer_name, importance, access_status, access_note, in_charge, schema_name, frequency, licence, contact, comment, created_at, updated_at)
    select 'n' || n, 'e' || (1 + n % ${experiments}), 'x' || (1 + (n / 7) % 500), ${KINDS}[1 + n % 5], 'Ville', case when n % 3 = 0 then 'essential' else 'useful' end,
      ${status('n / 5 + 1')}, '', '', '', 'annual', 'none', '', '', ${at('n')}, ${at('n')} from generate_series(1, ${needs}) n`);
  await sql(`insert into data_need_step (need_id, rank, experiment_id, from_kind, from_status, from_importance, to_kind, to_status, to_importance, why, at)
    select 'n' || n, k, 'e' || (1 + n % ${experiments}),
      case k when 2 then ${KINDS}[1 + n % 5] end, case k when 2 then ${status('n / 5')} end, case k when 2 then 'useful' end,
      ${KINDS}[1 + n % 5], ${status('n / 5 + k - 1')}, 'useful', '', ${at('n')} + (k - 1) * interval '20 days'
    from generate_series(1, ${needs}) n, generate_series(1, 2) k`);
}
