import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** The table of contents of the product: French address → English file. `shared/paths.ts` builds these addresses. */
export default [
  route('connexion', 'routes/sign-in.tsx'),
  route('deconnexion', 'routes/sign-out.tsx'),
  layout('routes/workspace.tsx', [index('routes/home.tsx')]),
] satisfies RouteConfig;
