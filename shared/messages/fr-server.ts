import { api } from './fr/api.ts';
import { server } from './fr/server.ts';

/** Words that never reach a browser's script: the terminal, the REST door. */
export const frServer = { api, server } as const;
