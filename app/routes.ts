import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** The table of contents of the product: French address → English file. `shared/paths.ts` builds these addresses. */
export default [
  route('connexion', 'routes/sign-in.tsx'),
  route('deconnexion', 'routes/sign-out.tsx'),
  route('mot-de-passe', 'routes/forgotten-password.tsx'),
  route('invitation/:jeton', 'routes/invitation.tsx'),
  route('premiere-installation', 'routes/first-installation.tsx'),
  route('accessibilite', 'routes/accessibility.tsx'),
  route('mentions-legales', 'routes/legal.tsx'),
  route('documents/:document/images', 'routes/document-images.tsx'),
  route('fichiers/:fichier', 'routes/file.tsx'),
  layout('routes/workspace.tsx', [
    index('routes/home.tsx'),
    route('compte', 'routes/account.tsx'),
    route('compte/securite', 'routes/account-security.tsx'),
    route('groupes', 'routes/groups.tsx'),
    route('groupes/nouveau', 'routes/new-group.tsx'),
    route('groupes/:groupe', 'routes/group.tsx'),
    route('groupes/:groupe/membres', 'routes/group-members.tsx'),
    route('groupes/:groupe/reglages', 'routes/group-settings.tsx'),
    route('groupes/:groupe/documents', 'routes/group-documents.tsx'),
    route('groupes/:groupe/documents/corbeille', 'routes/group-documents-trash.tsx'),
    route('documents/:document', 'routes/document.tsx'),
    route('groupes/:groupe/tableaux', 'routes/boards.tsx'),
    // The rest of the address is the open card's: one page, so that opening a card asks nothing of the server.
    route('tableaux/:tableau/*', 'routes/board.tsx'),
    route('villes', 'routes/cities.tsx'),
    route('villes/:code', 'routes/city.tsx'),
    route('administration', 'routes/administration.tsx'),
    route('administration/personnes', 'routes/administration-people.tsx'),
    route('administration/courriels', 'routes/administration-mails.tsx'),
    route('administration/territoires', 'routes/administration-territories.tsx'),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
