-- What is found, and under which rights: one view a kind, all of the same columns (docs/decisions/0017).
CREATE FUNCTION search_vector(given text) RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF length(given) < 100000 THEN RETURN to_tsvector('public.fr', given); END IF;
  BEGIN
    RETURN to_tsvector('public.fr', given);
  EXCEPTION WHEN program_limit_exceeded THEN
    -- A vector holds one megabyte: only a text without a language is beyond.
    RETURN to_tsvector('public.fr', left(given, 50000));
  END;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_refresh(of_kind text, ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two transactions that change parts of one object: the second waits, then reads what the first has written.
  PERFORM FROM search_entry WHERE kind = of_kind AND object_id = ANY (ids) ORDER BY object_id FOR UPDATE;
  EXECUTE format('DELETE FROM search_entry e WHERE kind = $1 AND object_id = ANY ($2) AND NOT EXISTS
    (SELECT FROM %I s WHERE s.object_id = ANY ($2) AND s.object_id = e.object_id)', 'search_source_' || of_kind) USING of_kind, ids;
  EXECUTE format('INSERT INTO search_entry AS e (kind, object_id, group_id, visibility, document_id, board_id, parent_id, author_id,
      organisation_ids, title, labels, body, updated_at, title_words, words)
    SELECT $1, s.object_id, s.group_id, s.visibility, s.document_id, s.board_id, s.parent_id, s.author_id, s.organisation_ids, s.title,
      s.labels, s.body, s.updated_at, CASE WHEN k.title = s.title THEN k.title_words ELSE search_vector(s.title) END,
      CASE WHEN k.title = s.title AND k.labels = s.labels AND k.body = s.body THEN k.words ELSE setweight(search_vector(s.title), ''A'')
        || setweight(search_vector(s.labels), ''B'') || search_vector(s.body) END
    FROM %I s LEFT JOIN search_entry k ON k.kind = $1 AND k.object_id = s.object_id
    WHERE s.object_id = ANY ($2) ORDER BY s.object_id
    ON CONFLICT (kind, object_id) DO UPDATE SET group_id = excluded.group_id, visibility = excluded.visibility,
      document_id = excluded.document_id, board_id = excluded.board_id, parent_id = excluded.parent_id, author_id = excluded.author_id,
      organisation_ids = excluded.organisation_ids, title = excluded.title, labels = excluded.labels, body = excluded.body,
      updated_at = excluded.updated_at, title_words = excluded.title_words, words = excluded.words,
      is_learned = e.is_learned AND e.words = excluded.words',
    'search_source_' || of_kind) USING of_kind, ids;
END $$;
--> statement-breakpoint
-- Arguments: a kind, then a query of `changed` (the rows of the statement) that gives the ids of its objects to look at again; and so on.
CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids text[];
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('SELECT array_agg(DISTINCT key) FROM (%s) AS keys(key)', TG_ARGV[2 * i + 1]) INTO ids;
    IF ids IS NOT NULL THEN PERFORM search_refresh(TG_ARGV[2 * i], ids); END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- `followed`: the arguments of `search_follow`. Once a statement, not once a row: a board is saved with all its cards.
CREATE FUNCTION search_watch(watched text, VARIADIC followed text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  arguments text := (SELECT string_agg(quote_literal(part), ', ' ORDER BY place) FROM unnest(followed) WITH ORDINALITY AS f(part, place));
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_follow(%s)',
      'search_' || event, event, watched, CASE event WHEN 'delete' THEN 'OLD' ELSE 'NEW' END, arguments);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE VIEW search_source_document AS
  SELECT d.id AS object_id, d.group_id, d.visibility, d.id AS document_id, NULL::text AS board_id, NULL::text AS parent_id,
    d.created_by AS author_id, '{}'::text[] AS organisation_ids, d.title, ''::text AS labels, left(coalesce(t.text, ''), 400000) AS body,
    greatest(d.updated_at, p.at) AS updated_at
  FROM document d LEFT JOIN document_text t ON t.document_id = d.id LEFT JOIN doc_projection p ON p.room = 'document:' || d.id
  WHERE d.trashed_at IS NULL;
--> statement-breakpoint
CREATE VIEW search_source_board AS
  SELECT b.id AS object_id, b.group_id, 'group'::text AS visibility, NULL::text AS document_id, b.id AS board_id, NULL::text AS parent_id,
    b.created_by AS author_id, '{}'::text[] AS organisation_ids, b.title, ''::text AS labels, ''::text AS body, b.updated_at
  FROM board b WHERE b.trashed_at IS NULL;
--> statement-breakpoint
CREATE INDEX card_search_key ON card ((board_id || '/' || card_id));
--> statement-breakpoint
CREATE VIEW search_source_card AS
  SELECT c.board_id || '/' || c.card_id AS object_id, b.group_id, 'group'::text AS visibility, NULL::text AS document_id,
    b.id AS board_id, NULL::text AS parent_id, NULL::text AS author_id, c.organisation_ids, c.title,
    array_to_string(c.labels, ' ') AS labels, c.description || E'\n' || c.steps AS body, coalesce(p.at, b.updated_at) AS updated_at
  FROM card c JOIN board b ON b.id = c.board_id LEFT JOIN doc_projection p ON p.room = 'board:' || b.id
  WHERE b.trashed_at IS NULL AND NOT c.is_archived;
--> statement-breakpoint
CREATE VIEW search_source_comment AS
  SELECT c.id AS object_id, coalesce(d.group_id, b.group_id) AS group_id, coalesce(d.visibility, 'group') AS visibility, t.document_id,
    t.board_id, t.id AS parent_id, c.author_id, '{}'::text[] AS organisation_ids, ''::text AS title, ''::text AS labels, c.body,
    c.created_at AS updated_at
  FROM comment c JOIN comment_thread t ON t.id = c.thread_id LEFT JOIN document d ON d.id = t.document_id
    LEFT JOIN board b ON b.id = t.board_id
  WHERE c.deleted_at IS NULL AND d.trashed_at IS NULL AND b.trashed_at IS NULL;
--> statement-breakpoint
CREATE VIEW search_source_group AS
  SELECT g.id AS object_id, g.id AS group_id, 'group'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, NULL::text AS author_id, '{}'::text[] AS organisation_ids, g.name AS title, t.name AS labels,
    g.purpose AS body, g.created_at AS updated_at
  FROM working_group g JOIN theme t ON t.id = g.theme_id;
--> statement-breakpoint
CREATE VIEW search_source_person AS
  SELECT u.id AS object_id, NULL::text AS group_id, 'known'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, NULL::text AS author_id,
    CASE WHEN u.organisation_id IS NULL THEN '{}'::text[] ELSE ARRAY[u.organisation_id] END AS organisation_ids, u.name AS title,
    concat_ws(' ', u.job_title, o.name) AS labels, ''::text AS body, u.created_at AS updated_at
  FROM "user" u LEFT JOIN organisation o ON o.id = u.organisation_id
  WHERE u.suspended_at IS NULL;
--> statement-breakpoint
CREATE VIEW search_source_organisation AS
  SELECT o.id AS object_id, NULL::text AS group_id, 'known'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, NULL::text AS author_id, ARRAY[o.id] AS organisation_ids, o.name AS title, ''::text AS labels,
    ''::text AS body, o.created_at AS updated_at
  FROM organisation o;
--> statement-breakpoint
CREATE VIEW search_source_city AS
  SELECT m.code AS object_id, NULL::text AS group_id, 'everyone'::text AS visibility, NULL::text AS document_id,
    NULL::text AS board_id, NULL::text AS parent_id, NULL::text AS author_id,
    ARRAY(SELECT o.id FROM organisation o WHERE o.municipality_code = m.code) AS organisation_ids, m.name AS title,
    concat_ws(' ', d.name, i.name, array_to_string(m.postal_codes, ' ')) AS labels, ''::text AS body,
    timestamptz '2018-03-27' AS updated_at
  FROM agreement_municipality a JOIN municipality m ON m.code = a.municipality_code JOIN department d ON d.code = m.department_code
    LEFT JOIN intermunicipality i ON i.siren = m.intermunicipality_siren;
--> statement-breakpoint
SELECT search_watch('document', 'document', 'SELECT id FROM changed',
  'comment', 'SELECT c.id FROM changed d JOIN comment_thread t ON t.document_id = d.id JOIN comment c ON c.thread_id = t.id');
--> statement-breakpoint
SELECT search_watch('document_text', 'document', 'SELECT document_id FROM changed');
--> statement-breakpoint
SELECT search_watch('board', 'board', 'SELECT id FROM changed',
  'card', 'SELECT b.id || ''/'' || c.card_id FROM changed b JOIN card c ON c.board_id = b.id',
  'comment', 'SELECT c.id FROM changed b JOIN comment_thread t ON t.board_id = b.id JOIN comment c ON c.thread_id = t.id');
--> statement-breakpoint
SELECT search_watch('card', 'card', 'SELECT board_id || ''/'' || card_id FROM changed');
--> statement-breakpoint
SELECT search_watch('comment', 'comment', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('working_group', 'group', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('theme', 'group', 'SELECT g.id FROM changed t JOIN working_group g ON g.theme_id = t.id');
--> statement-breakpoint
SELECT search_watch('user', 'person', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('organisation', 'organisation', 'SELECT id FROM changed',
  'person', 'SELECT u.id FROM changed o JOIN "user" u ON u.organisation_id = o.id',
  'city', 'SELECT municipality_code FROM changed WHERE municipality_code IS NOT NULL');
--> statement-breakpoint
SELECT search_watch('agreement_municipality', 'city', 'SELECT municipality_code FROM changed');
--> statement-breakpoint
SELECT search_watch('municipality', 'city', 'SELECT a.municipality_code FROM changed m JOIN agreement_municipality a ON a.municipality_code = m.code');
--> statement-breakpoint
SELECT search_refresh('document', array_agg(id)) FROM document HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('board', array_agg(id)) FROM board HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('card', array_agg(board_id || '/' || card_id)) FROM card HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('comment', array_agg(id)) FROM comment HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('group', array_agg(id)) FROM working_group HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('person', array_agg(id)) FROM "user" HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('organisation', array_agg(id)) FROM organisation HAVING count(*) > 0;
--> statement-breakpoint
SELECT search_refresh('city', array_agg(municipality_code)) FROM agreement_municipality HAVING count(*) > 0;
