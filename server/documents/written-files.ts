import { z } from 'zod';

/**
 * [A8] The files that the text of a document names at this moment, as its live room says (`writtenFiles`). Its files follow a document by
 * name: what it shows now is written down before its readers change.
 */
export const WrittenFiles = z.array(z.object({ id: z.string(), client: z.number() }));
