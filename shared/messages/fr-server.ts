import { api } from './fr/api.ts';
import { cityImport } from './fr/city-import.ts';
import { server } from './fr/server.ts';

/** Words that never reach a browser's script: the terminal, the REST door. */
export const frServer = { api, cityImport, server } as const;
