import { readFileSync } from 'node:fs';

/**
 * Imported before a server: its clock is behind ours by the milliseconds that the file `CLOCK_FILE` holds. Read at every look, so
 * that a journey moves it while the server runs, which then finds itself as one that slept.
 */
const file = process.env.CLOCK_FILE ?? '';
const now = Date.now.bind(Date);
let behind = 0;

Date.now = () => {
  const said = readFileSync(file, 'utf8');
  // Empty for an instant, while it is being written.
  if (said !== '') behind = Number(said);
  return now() - behind;
};
globalThis.Date = new Proxy(Date, {
  construct: (target, parts, made) =>
    Reflect.construct(target, parts.length === 0 ? [Date.now()] : parts, made),
  apply: () => new Date().toString(),
});
