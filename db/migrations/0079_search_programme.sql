-- The programme is found as the rest is. Who reads what no group holds is said by each noun (`db/kinds.ts`): its entries are `own`.
CREATE FUNCTION search_month(month text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((ARRAY['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'])
    [substring(month from '^\d{4}-(\d\d)$')::int] || ' ' || left(month, 4), month)
$$;
--> statement-breakpoint
CREATE VIEW search_source_experiment AS
  SELECT e.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, e.created_by AS author_id,
    ARRAY(SELECT o.organisation_id FROM experiment_organisation o WHERE o.experiment_id = e.id ORDER BY 1) AS organisation_ids, e.title,
    concat_ws(' ', t.name, (SELECT string_agg(g.name, ' ' ORDER BY g.name) FROM experiment_organisation o
      JOIN organisation g ON g.id = o.organisation_id WHERE o.experiment_id = e.id)) AS labels,
    e.summary AS body, e.created_at AS updated_at
  FROM experiment e JOIN theme t ON t.id = e.theme_id;
--> statement-breakpoint
CREATE VIEW search_source_log AS
  SELECT l.experiment_id || '/' || l.month AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id,
    NULL::text AS board_id, l.experiment_id AS parent_id, l.written_by AS author_id,
    ARRAY(SELECT o.organisation_id FROM experiment_organisation o WHERE o.experiment_id = l.experiment_id ORDER BY 1) AS organisation_ids,
    'Journal de ' || search_month(l.month) AS title, e.title AS labels,
    concat_ws(E'\n', l.done, l.difficulties, l.help) AS body, l.written_at AS updated_at
  FROM experiment_log l JOIN experiment e ON e.id = l.experiment_id
  WHERE NOT EXISTS (SELECT FROM experiment_log n WHERE n.experiment_id = l.experiment_id AND n.month = l.month AND n.version > l.version);
--> statement-breakpoint
CREATE INDEX data_need_search_key ON data_need ((experiment_id || '/' || id));
--> statement-breakpoint
CREATE INDEX experiment_log_search_key ON experiment_log ((experiment_id || '/' || month));
--> statement-breakpoint
CREATE VIEW search_source_issue AS
  SELECT i.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, i.created_by AS author_id, array_remove(ARRAY[i.organisation_id], NULL) AS organisation_ids, i.title,
    concat_ws(' ', t.name, o.name) AS labels, i.context AS body, i.updated_at
  FROM local_issue i JOIN theme t ON t.id = i.theme_id LEFT JOIN organisation o ON o.id = i.organisation_id
  WHERE i.trashed_at IS NULL;
--> statement-breakpoint
CREATE VIEW search_source_interview AS
  SELECT i.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    i.organisation_id AS parent_id, i.created_by AS author_id, ARRAY[i.organisation_id] AS organisation_ids, i.person_name AS title,
    concat_ws(' ', i.person_function, i.person_organisation) AS labels, i.notes AS body, i.updated_at
  FROM stakeholder_interview i;
--> statement-breakpoint
CREATE VIEW search_source_note AS
  SELECT n.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    n.organisation_id AS parent_id, n.created_by AS author_id, ARRAY[n.organisation_id] AS organisation_ids, n.title,
    ''::text AS labels, n.says AS body, n.created_at AS updated_at
  FROM watch_note n;
--> statement-breakpoint
CREATE VIEW "search_source_data-need" AS
  SELECT n.experiment_id || '/' || n.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    n.experiment_id AS parent_id, n.created_by AS author_id,
    ARRAY(SELECT o.organisation_id FROM experiment_organisation o WHERE o.experiment_id = n.experiment_id ORDER BY 1) AS organisation_ids,
    w.name AS title, concat_ws(' ', n.producer_name, n.schema_name, e.title) AS labels,
    concat_ws(E'\n', n.access_note, n.in_charge, n.comment) AS body, n.updated_at
  FROM data_need n JOIN wanted_dataset w ON w.id = n.wanted_id JOIN experiment e ON e.id = n.experiment_id
  WHERE n.removed_at IS NULL;
--> statement-breakpoint
CREATE VIEW search_source_track AS
  SELECT t.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, t.created_by AS author_id,
    ARRAY(SELECT o.organisation_id FROM standardisation_organisation o WHERE o.track_id = t.id ORDER BY 1) AS organisation_ids, t.title,
    t.schema_name AS labels, t.purpose AS body, t.updated_at
  FROM standardisation_track t;
--> statement-breakpoint
CREATE VIEW search_source_call AS
  SELECT c.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, c.created_by AS author_id, '{}'::text[] AS organisation_ids, c.title, s.name AS labels,
    c.presentation AS body, coalesce(c.published_at, c.created_at) AS updated_at
  FROM call c JOIN season s ON s.id = c.season_id;
--> statement-breakpoint
-- Its answers are not here: its authors write them, and assessors read what was submitted.
CREATE VIEW search_source_application AS
  SELECT a.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, a.created_by AS author_id, ARRAY[a.organisation_id] AS organisation_ids,
    a.title || coalesce((SELECT ' (' || s.number || ')' FROM application_submission s WHERE s.application_id = a.id AND s.rank = 1), '') AS title,
    concat_ws(' ', o.name,
      (SELECT string_agg(g.name, ' ' ORDER BY g.name) FROM application_co_lead l JOIN organisation g ON g.id = l.organisation_id
        WHERE l.application_id = a.id)) AS labels,
    ''::text AS body, a.updated_at
  FROM application a JOIN organisation o ON o.id = a.organisation_id;
--> statement-breakpoint
CREATE VIEW search_source_mission AS
  SELECT m.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    m.experiment_id AS parent_id, m.created_by AS author_id,
    ARRAY(SELECT c.organisation_id FROM mission_city c WHERE c.mission_id = m.id ORDER BY 1) || m.firm_id AS organisation_ids, m.title,
    f.name AS labels, m.purpose AS body, m.created_at AS updated_at
  FROM consulting_mission m JOIN organisation f ON f.id = m.firm_id;
--> statement-breakpoint
CREATE VIEW search_source_adoption AS
  SELECT a.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, a.created_by AS author_id, ARRAY[a.organisation_id] AS organisation_ids, p.title,
    o.name AS labels, a.note AS body, a.updated_at
  FROM adoption a JOIN organisation o ON o.id = a.organisation_id JOIN use_case_sheet s ON s.id = a.sheet_id
    JOIN use_case_sheet_publication u ON u.sheet_id = s.id JOIN document_publication p ON p.document_id = s.document_id;
--> statement-breakpoint
CREATE VIEW search_source_facilitator AS
  SELECT f.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, f.created_by AS author_id, array_remove(ARRAY[f.organisation_id], NULL) AS organisation_ids, f.name AS title,
    coalesce((SELECT string_agg(coalesce(r.name, d.name, i.name), ' ' ORDER BY a.level, a.code) FROM service_area a
      LEFT JOIN region r ON a.level = 'region' AND r.code = a.code
      LEFT JOIN department d ON a.level = 'department' AND d.code = a.code
      LEFT JOIN intermunicipality i ON a.level = 'intermunicipality' AND i.siren = a.code
      WHERE a.facilitator_id = f.id), '') AS labels,
    f.offer AS body, f.updated_at
  FROM territorial_facilitator f WHERE f.removed_at IS NULL;
--> statement-breakpoint
SELECT search_watch('experiment', 'experiment', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('experiment_organisation', 'experiment', 'SELECT experiment_id FROM changed');
--> statement-breakpoint
SELECT search_watch('theme', 'experiment', 'SELECT e.id FROM changed t JOIN experiment e ON e.theme_id = t.id');
--> statement-breakpoint
SELECT search_watch('organisation', 'experiment',
  'SELECT o.experiment_id FROM changed g JOIN experiment_organisation o ON o.organisation_id = g.id');
--> statement-breakpoint
SELECT search_watch('experiment_log', 'log', 'SELECT experiment_id || ''/'' || month FROM changed');
--> statement-breakpoint
SELECT search_watch('experiment', 'log', 'SELECT l.experiment_id || ''/'' || l.month FROM changed e JOIN experiment_log l ON l.experiment_id = e.id');
--> statement-breakpoint
SELECT search_watch('experiment_organisation', 'log',
  'SELECT l.experiment_id || ''/'' || l.month FROM changed o JOIN experiment_log l ON l.experiment_id = o.experiment_id');
--> statement-breakpoint
SELECT search_watch('local_issue', 'issue', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('theme', 'issue', 'SELECT i.id FROM changed t JOIN local_issue i ON i.theme_id = t.id');
--> statement-breakpoint
SELECT search_watch('organisation', 'issue', 'SELECT i.id FROM changed o JOIN local_issue i ON i.organisation_id = o.id');
--> statement-breakpoint
SELECT search_watch('stakeholder_interview', 'interview', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('watch_note', 'note', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('data_need', 'data-need', 'SELECT experiment_id || ''/'' || id FROM changed');
--> statement-breakpoint
SELECT search_watch('wanted_dataset', 'data-need', 'SELECT n.experiment_id || ''/'' || n.id FROM changed w JOIN data_need n ON n.wanted_id = w.id');
--> statement-breakpoint
SELECT search_watch('experiment', 'data-need', 'SELECT n.experiment_id || ''/'' || n.id FROM changed e JOIN data_need n ON n.experiment_id = e.id');
--> statement-breakpoint
SELECT search_watch('experiment_organisation', 'data-need',
  'SELECT n.experiment_id || ''/'' || n.id FROM changed o JOIN data_need n ON n.experiment_id = o.experiment_id');
--> statement-breakpoint
SELECT search_watch('standardisation_track', 'track', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('standardisation_organisation', 'track', 'SELECT track_id FROM changed');
--> statement-breakpoint
SELECT search_watch('call', 'call', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('season', 'call', 'SELECT c.id FROM changed s JOIN call c ON c.season_id = s.id');
--> statement-breakpoint
SELECT search_watch('application', 'application', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('application_submission', 'application', 'SELECT application_id FROM changed');
--> statement-breakpoint
SELECT search_watch('application_co_lead', 'application', 'SELECT application_id FROM changed');
--> statement-breakpoint
SELECT search_watch('organisation', 'application', 'SELECT a.id FROM changed o JOIN application a ON a.organisation_id = o.id
  UNION SELECT l.application_id FROM changed o JOIN application_co_lead l ON l.organisation_id = o.id');
--> statement-breakpoint
SELECT search_watch('consulting_mission', 'mission', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('mission_city', 'mission', 'SELECT mission_id FROM changed');
--> statement-breakpoint
SELECT search_watch('organisation', 'mission', 'SELECT m.id FROM changed o JOIN consulting_mission m ON m.firm_id = o.id');
--> statement-breakpoint
SELECT search_watch('adoption', 'adoption', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('organisation', 'adoption', 'SELECT a.id FROM changed o JOIN adoption a ON a.organisation_id = o.id');
--> statement-breakpoint
SELECT search_watch('document_publication', 'adoption',
  'SELECT a.id FROM changed p JOIN use_case_sheet s ON s.document_id = p.document_id JOIN adoption a ON a.sheet_id = s.id');
--> statement-breakpoint
SELECT search_watch('use_case_sheet_publication', 'adoption', 'SELECT a.id FROM changed u JOIN adoption a ON a.sheet_id = u.sheet_id');
--> statement-breakpoint
SELECT search_watch('territorial_facilitator', 'facilitator', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('service_area', 'facilitator', 'SELECT facilitator_id FROM changed');
--> statement-breakpoint
DO $$
DECLARE
  kind text;
  ids text[];
BEGIN
  FOREACH kind IN ARRAY ARRAY['experiment', 'log', 'issue', 'interview', 'note', 'data-need', 'track', 'call', 'application', 'mission',
    'adoption', 'facilitator'] LOOP
    EXECUTE format('SELECT array_agg(object_id) FROM %I', 'search_source_' || kind) INTO ids;
    IF ids IS NOT NULL THEN PERFORM search_refresh(kind, ids); END IF;
  END LOOP;
END $$;
