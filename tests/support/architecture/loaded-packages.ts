/** A program of its own: loads all of the server as it starts, and prints which packages came with it. */
import { registerHooks } from 'node:module';

const packages = new Set<string>();
registerHooks({
  load(url, context, next) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    if (name) packages.add(name);
    return next(url, context);
  },
});
await import('#server/serve.ts');
const { default: pino } = await import('pino');
const { readEnv } = await import('#server/kernel/env.ts');
const { openFileStore } = await import('#server/kernel/file/open-file-store.ts');
const { startTracing } = await import('#server/kernel/tracing/start-tracing.ts');
await openFileStore(readEnv(), '/nowhere');
await startTracing(readEnv(), pino({ level: 'silent' }));
console.log(JSON.stringify([...packages]));
process.exit(0);
