/** Imported before a server: it runs as it did three weeks ago. All that it stores is three weeks old once another goes on from there. */
const BEHIND = 21 * 86_400_000;

const now = Date.now.bind(Date);
Date.now = () => now() - BEHIND;
globalThis.Date = new Proxy(Date, {
  construct: (target, parts, made) =>
    Reflect.construct(target, parts.length === 0 ? [Date.now()] : parts, made),
  apply: () => new Date().toString(),
});
