import { useRouteLoaderData } from 'react-router';

/** Of what every page knows of the request that brought it: somebody is signed in. */
export interface OfMember {
  readonly isMember: boolean;
}

/** Is somebody signed in? Nobody where the root itself failed. */
export function useIsMember(): boolean {
  return useRouteLoaderData<() => OfMember>('root')?.isMember ?? false;
}
