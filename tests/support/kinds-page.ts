import { globSync, readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { PROGRAMME_TABLES } from '#db/operations/archive/archive-programme-tables.ts';
import { GROUP_TABLES } from '#db/operations/archive/archive-tables.ts';
import { describeApi } from '#server/operations/api/api.ts';
import { LINKED_KINDS } from '#shared/documents/text/object-address.ts';
import { KIND_NAMES, KINDS, type KindName } from '#shared/kinds.ts';
import { OBLIGATION_KINDS, OBLIGATIONS } from '#shared/obligations.ts';
import { CHANGE_TYPES } from '#shared/operations/change/change.ts';
import { ACTIVITY_VERBS } from '#shared/people/activity/activity.ts';
import { PROGRAMME_VERBS } from '#shared/people/activity/programme-events.ts';

/** The tables of each kind: its own first, then its parts. */
export const KIND_TABLES: Readonly<Record<KindName, string>> = {
  document:
    'document document_text document_version document_visit document_access document_file document_folder document_template document_import access_request excerpt excerpt_state excerpt_place exact_text review_round review_organisation review_answer signed_file document_publication use_case_sheet use_case_sheet_experiment use_case_sheet_step use_case_sheet_visa use_case_sheet_photo use_case_sheet_publication thematic_dossier thematic_dossier_item thematic_dossier_step published_interview published_interview_consent synthesis synthesis_deadline synthesis_chapter synthesis_chapter_city synthesis_chapter_step synthesis_assembly synthesis_reminder synthesis_publication',
  card: 'card card_event board_file',
  decision: 'decision decision_change action group_action_board',
  meeting:
    'meeting date_poll date_poll_slot date_poll_answer date_poll_letter meeting_series agenda_item agenda_item_document meeting_invitation meeting_reminder meeting_reminder_sent meeting_answer meeting_run meeting_attendance meeting_proxy meeting_hand meeting_vote meeting_ballot minutes calendar_feed',
  experiment:
    'experiment experiment_organisation experiment_team experiment_event experiment_milestone experiment_effort experiment_difficulty experiment_evaluation experiment_indicator experiment_indicator_value experiment_comment experiment_link experiment_partner',
  log: 'experiment_log',
  issue: 'local_issue local_issue_city local_issue_experiment local_issue_source',
  interview: 'stakeholder_interview interview_consent',
  note: 'watch_note',
  'data-need': 'data_need data_need_step wanted_dataset',
  resource:
    'resource resource_theme resource_version resource_text resource_upload resource_collection resource_collection_item',
  dataset: 'dataset dataset_distribution dataset_resource dataset_check',
  track:
    'standardisation_track standardisation_step standardisation_person standardisation_organisation standardisation_draft standardisation_wanted standardisation_dataset',
  call: 'call call_form call_form_draft call_extension call_event call_derogation season',
  application:
    'application application_submission application_co_lead application_event application_correction application_complement application_file assessment assessment_giving assessment_recusal expert_opinion assessment_message committee committee_decision announcement announced_decision',
  mission:
    'consulting_mission mission_city mission_consultant mission_grant mission_state_change mission_day mission_deliverable mission_delivery mission_verdict',
  adoption: 'adoption adoption_step sheet_letter',
  topic: 'topic topic_post topic_mention',
  comment: 'comment comment_thread comment_mention comment_thread_read suggestion',
  board: 'board',
  group: 'working_group theme group_member group_organisation group_visit join_request',
  person: 'user session account verification two_factor access_token notification_setting own_data_export',
  organisation: 'organisation',
  bulletin: 'bulletin',
  newsletter: 'newsletter newsletter_mail',
  event: 'event event_registration event_document',
  facilitator: 'territorial_facilitator service_area facilitator_city facilitator_support help_demand',
  city: 'agreement_municipality agreement city_import municipality intermunicipality department region territory_vintage',
};

/** Tables of no kind, and why. */
export const OF_NO_KIND: Readonly<Record<string, string>> = {
  'file reminder invitation invitation_batch person_letter signatory organisation_tie entry_request':
    'part of whatever they are about, of any kind',
  favourite: 'what somebody keeps near at hand, of any kind',
  'activity change_head notification watch digest mail_claim programme_mark told_assignment told_edit':
    'what is told of other objects',
  'webhook webhook_delivery webhook_try open_archive': 'what an installation is told by, or leaves with',
  'audit_entry audit_head erasure retention_setting': 'kept about everything, and read by its own rules',
  'doc_room doc_client doc_update doc_snapshot doc_lineage doc_projection':
    'the log of live texts, whatever they are of',
  'search_entry search_word effect idempotent_answer': 'made from other tables, or of the moment',
  'openness_target site_page_version closed_needs_choice':
    'what the programme says of itself, on one page each',
};

/** How the verbs begin that tell of a kind, where they are not named after it. */
const VERBS: Readonly<Partial<Record<KindName, string>>> = {
  meeting: 'meeting|minutes',
  dataset: 'dataset|check',
  person: 'member',
  card: 'board.assigned',
  decision: 'document.decided|document.decisionChanged',
  organisation: 'member',
  comment: 'document.commented|document.replied|board.commented',
};

/** The part of an address of REST that is of a kind, where it is not its name with an s. */
const REST: Readonly<Partial<Record<KindName, string>>> = {
  issue: 'local-issues',
  person: 'members',
  city: 'cities',
};

const PROMISES = ['found', 'linked', 'notified', 'fed', 'to do', 'REST', 'archive', 'trash'] as const;
type Promised = (typeof PROMISES)[number];

/** Why a kind does not make a promise; `*`: none of its own. */
const REASONS: Readonly<Record<string, string>> = {
  'topic to do': 'nobody is waited for with it',
  'topic trash': 'its messages are taken off and given back, and it is closed',
  'decision to do': 'what follows from it is a card',
  'issue to do': 'nobody is waited for with it',
  'interview to do': 'nobody is waited for with it',
  'note to do': 'nobody is waited for with it',
  'resource to do': 'nobody is waited for with it',
  'dataset to do': 'its need is',
  'track to do': 'nobody is waited for with it',
  'call to do': 'its drafts and applications are',
  'board to do': 'its cards are',
  'person to do': 'who asks to join a group is, with the group',
  'event to do': 'whoever registers is reminded the day before',
  'event trash': 'cancelled, and given back',
  'newsletter to do': 'nobody is waited for with it',
  'newsletter trash': 'what was sent stays',
  'bulletin to do': 'nobody is waited for with it',
  'bulletin trash': 'withdrawn, and given back',
  'city to do': 'nobody is waited for with it',
  'city notified': 'the register does not change with what people do',
  'city fed': 'the register does not change with what people do',
  'city archive': 'loaded from the national register',
  'city trash': 'loaded from the national register',
  'person linked': 'mentioned by @',
  'organisation linked': 'mentioned by @',
  'log linked': 'its experiment is linked',
  'log trash': 'every version is kept',
  'interview linked': 'its city alone reads it',
  'note linked': 'its city alone reads it',
  'comment linked': 'one links to the passage',
  'comment trash': 'taken off by its author, or with its document',
  'card archive': 'in the file of its board',
  'person archive': 'named, without their account',
  'organisation archive': 'named where something of theirs is',
  'interview archive': 'its city alone reads it',
  'note archive': 'its city alone reads it',
  'application archive': 'its authors and assessors alone read it',
  'mission archive': 'its prices are for its parties alone',
  'adoption archive': 'its city alone reads its answers',
  'card trash': 'archived, and given back, on its board',
  'decision trash': 'taken back by another decision',
  'meeting trash': 'cancelled, and given back',
  'application trash': 'withdrawn, never lost',
  'call trash': 'what was published stays',
  'adoption trash': 'given up by a dated step',
  'mission trash': 'ended by a dated change',
  'experiment trash': 'abandoned by a dated event',
  'track trash': 'abandoned by a dated step',
  'group trash': 'kept with all it holds',
  'person trash': 'suspended, or erased at their demand',
  'organisation trash': 'named in what was signed',
};

const restParts = new Set(
  Object.keys(describeApi('https://cordee.exemple').paths).flatMap((path) => path.split('/')),
);
const archived = new Set([...GROUP_TABLES, ...PROGRAMME_TABLES].map(({ table }) => getTableName(table)));

export interface SchemaTable {
  readonly columns: Readonly<Record<string, unknown>>;
}

const [lastSnapshot = ''] = globSync('db/migrations/meta/*_snapshot.json').toSorted().reverse();
const snapshot = JSON.parse(readFileSync(lastSnapshot, 'utf8')) as { tables: Record<string, SchemaTable> };

/** The tables of the schema by name, as its last snapshot has them. */
export const SCHEMA_TABLES: Readonly<Record<string, SchemaTable>> = Object.fromEntries(
  Object.entries(snapshot.tables).map(([name, table]) => [name.replace('public.', ''), table]),
);

function keeps(kind: KindName, promise: Promised): boolean {
  const tables = KIND_TABLES[kind].split(' ');
  const [own = ''] = tables;
  const columns = Object.keys(SCHEMA_TABLES[own]?.columns ?? {});
  const verb = new RegExp(`^(?:${VERBS[kind] ?? kind})(?:\\.|$)`);
  switch (promise) {
    case 'found':
      return true;
    case 'linked':
      return LINKED_KINDS.includes(kind);
    case 'notified':
      return [...ACTIVITY_VERBS, ...PROGRAMME_VERBS].some((known) => verb.test(known));
    case 'fed':
      return CHANGE_TYPES.some((known) => verb.test(known));
    case 'to do':
      return OBLIGATION_KINDS.some((owed) => OBLIGATIONS[owed].of === kind);
    case 'REST':
      return restParts.has(REST[kind] ?? `${kind}s`);
    case 'archive':
      return archived.has(own);
    case 'trash':
      return columns.some((column) => column === 'trashed_at' || column === 'removed_at');
  }
}

const cell = (kind: KindName, promise: Promised): string =>
  keeps(kind, promise) ? 'yes' : (REASONS[`${kind} ${promise}`] ?? 'not yet');

/** Promises that a kind should make and does not. */
export const gaps = (): string[] =>
  KIND_NAMES.flatMap((kind) =>
    PROMISES.flatMap((promise) => (cell(kind, promise) === 'not yet' ? `${kind} ${promise}` : [])),
  );

/** Reasons for what is kept meanwhile. */
export const staleReasons = (): string[] =>
  Object.keys(REASONS).filter((key) => {
    const [kind = '', ...words] = key.split(' ');
    const promise = words.join(' ');
    return keeps(kind as KindName, promise as Promised);
  });

/** [KI3] `docs/kinds.md`. */
export function kindsPage(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[
    '# Kinds of objects',
    '',
    'Made from `shared/kinds.ts` and from what search, links, activities, REST, archives and tables do with each kind; kept true by `tests/architecture/kinds.test.ts`.',
    '“Notified”: told to people, in the bell, by mail and in the digest. “Fed”: in the news of a group, the change feed and webhooks. “To do”: in À faire of whoever is waited for. Where a promise is not made, its reason stands there; “not yet” is a gap, and their number only shrinks.',
    '',
    row(['kind', 'on screen', ...PROMISES]),
    row(['---', '---', ...PROMISES.map(() => '---')]),
    ...KIND_NAMES.map((kind) =>
      row([`\`${kind}\``, KINDS[kind].one, ...PROMISES.map((promise) => cell(kind, promise))]),
    ),
    '',
    '## Tables',
    '',
    row(['kind', 'tables']),
    row(['---', '---']),
    ...KIND_NAMES.map((kind) => row([`\`${kind}\``, named(KIND_TABLES[kind])])),
    '',
    '## Tables of no kind',
    '',
    row(['tables', 'why']),
    row(['---', '---']),
    ...Object.entries(OF_NO_KIND).map(([tables, why]) => row([named(tables), why])),
  ].join('\n')}\n`;
}

const named = (tables: string) =>
  tables
    .split(' ')
    .map((table) => `\`${table}\``)
    .join(', ');
