import { z } from 'zod';
import { Provider } from '../people/auth/oidc-settings.ts';
import { Variables } from './env.ts';
import { about } from './setting.ts';

type Settings = typeof Variables | typeof Provider;

/** The page of every setting, `docs/settings.md`, from the schemas that parse them: a setting without a meaning throws. */
export function settingsPage(): string {
  return `# Settings

Every setting is an environment variable. An empty one counts as absent; a wrong value stops the start with one sentence that
names it and says what was expected, unless its row says otherwise. This page is made from the code by \`npm run docs:settings\`: change \`server/kernel/env.ts\` or
\`server/people/auth/oidc-settings.ts\`, never the page.

${table(Variables, '')}
## Providers of identities

For each name of \`OIDC_PROVIDERS\`, in capitals in place of \`<NAME>\`: \`OIDC_PROCONNECT_ISSUER\` for \`proconnect\`.
\`docs/guide/proconnect.md\` says, in French, what to ask of ProConnect and what to do when it refuses.

${table(Provider, 'OIDC_<NAME>_')}`;
}

function table(settings: Settings, prefix: string): string {
  const options = { unrepresentable: 'any' } as const;
  const given = z.toJSONSchema(settings, { ...options, io: 'input' }).properties ?? {};
  const kept = z.toJSONSchema(settings, { ...options, io: 'output' }).properties ?? {};
  const rows = Object.entries(settings.shape).map(([name, schema]) => {
    const told = about.get(schema);
    if (!told) throw new Error(`${prefix}${name} does not say what it is for`);
    const [input, output] = [given[name], kept[name]];
    const accepted = told.accepted ?? choices(input) ?? bounds(output);
    if (!accepted) throw new Error(`${prefix}${name} does not say what it accepts`);
    const otherwise = schema instanceof z.ZodCatch ? '; anything else counts as the default' : '';
    const absent = defaultOf(input) ?? defaultOf(output) ?? told.absent ?? 'none';
    return `| \`${prefix}${name}\` | ${absent} | ${accepted}${otherwise} | ${told.meaning} |\n`;
  });
  return `| variable | when absent | accepted | |\n|---|---|---|---|\n${rows.join('')}`;
}

type Described = z.core.JSONSchema.BaseSchema | boolean | undefined;

function defaultOf(described: Described): string | null {
  if (typeof described !== 'object' || described.default === undefined || described.default === '')
    return null;
  return `\`${String(described.default)}\``;
}

function choices(described: Described): string | null {
  if (typeof described !== 'object' || !described.enum) return null;
  return described.enum.map((value) => `\`${String(value)}\``).join(', ');
}

function bounds(described: Described): string | null {
  if (typeof described !== 'object' || described.minimum === undefined) return null;
  return `a whole number from ${described.minimum} to ${described.maximum}`;
}
