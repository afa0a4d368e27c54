import { api } from './fr/api.ts';
import { cityImport } from './fr/city-import.ts';
import { mail } from './fr/mail.ts';
import { server } from './fr/server.ts';

/** Words that never reach a browser's script: the terminal, the REST door. */
export const frServer = { api, cityImport, mail, server } as const;
