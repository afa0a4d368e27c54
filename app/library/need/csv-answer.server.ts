import { madeFile } from '../../kernel/made-file.server.ts';

/** A CSV file that is downloaded under this name. */
export function csvAnswer(text: string, name: string): Response {
  return madeFile(text, `attachment; filename="besoins.csv"; filename*=UTF-8''${encodeURIComponent(name)}`);
}
