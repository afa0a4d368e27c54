import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** What the administration and the coordination set. */
export const administrationInside: readonly RouteConfigEntry[] = [
  route('administration', 'operations/state/routes/administration.tsx'),
  route('administration/cibles', 'programme/steering/routes/administration-targets.tsx'),
  route('administration/premiers-pas', 'news/to-do/routes/first-steps.tsx'),
  route('administration/personnes', 'people/person/routes/administration-people.tsx'),
  route('administration/personnes/liste', 'people/invitation/routes/administration-people-list.tsx'),
  route('administration/personnes/listes/:liste', 'people/invitation/routes/administration-batch.tsx'),
  route('administration/organisations', 'people/organisation/routes/administration-organisations.tsx'),
  route(
    'administration/organisations/:organisation',
    'people/organisation/routes/administration-organisation.tsx',
  ),
  route('administration/jetons', 'operations/token/routes/administration-tokens.tsx'),
  route('administration/courriels', 'operations/state/routes/administration-mails.tsx'),
  route('administration/etat', 'operations/state/routes/administration-state.tsx'),
  route('administration/archive', 'operations/archive/routes/administration-archive.tsx'),
  route('administration/liaisons', 'operations/webhook/routes/administration-webhooks.tsx'),
  route('administration/liaisons/:liaison', 'operations/webhook/routes/administration-webhook.tsx'),
  route('administration/appels', 'programme/call/routes/administration-calls.tsx'),
  route('administration/appels/nouveau', 'programme/call/routes/new-call.tsx'),
  route('administration/appels/:appel', 'programme/call/routes/administration-call.tsx'),
  route('administration/appels/:appel/formulaire', 'programme/call/routes/call-form.tsx'),
  route('administration/appels/:appel/formulaire/apercu', 'programme/call/routes/call-form-preview.tsx'),
  route(
    'administration/appels/:appel/formulaire/questions/:champ',
    'programme/call/routes/call-form-field.tsx',
  ),
  route('administration/saisons', 'programme/season/routes/administration-seasons.tsx'),
  route('administration/territoires', 'programme/territory/routes/administration-territories.tsx'),
  route('administration/journal', 'operations/audit/routes/administration-audit.tsx'),
  route('administration/site', 'publication/public-site/routes/administration-site.tsx'),
  route('administration/site/durees', 'operations/personal-data/routes/administration-retention.tsx'),
  route('administration/site/:page', 'publication/public-site/routes/administration-site-page.tsx'),
];
