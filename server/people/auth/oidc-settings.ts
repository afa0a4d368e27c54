import { z } from 'zod';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { about } from '../../kernel/setting.ts';

const { expected } = words;
const text = () => z.string(expected.text).min(1, expected.text);
const isOn = z.enum(['0', '1']).transform((value) => value === '1');
/** In the clear only on this very machine, where tests and trials have their provider. */
const issuer = z
  .string(expected.webUrl)
  .refine(
    (value) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(value) && URL.canParse(value),
    expected.issuer,
  );

/** The settings of one provider of identities, each named `OIDC_<ID>_…`, with what `docs/settings.md` says of it. */
export const Provider = z.object({
  NAME: z.string().optional().register(about, {
    accepted: 'a text',
    absent: '`ProConnect`, or the name of the provider',
    meaning: 'what people read on the button',
  }),
  ISSUER: issuer.register(about, {
    accepted: '`https://…`; `http://` on `localhost` and `127.0.0.1` only',
    absent: 'must be given',
    meaning: 'the issuer, as the provider writes it in its `/.well-known/openid-configuration`',
  }),
  CLIENT_ID: text().register(about, {
    accepted: 'a text',
    absent: 'must be given',
    meaning: 'who we are there',
  }),
  CLIENT_SECRET: text().register(about, {
    accepted: 'a text',
    absent: 'must be given',
    meaning: 'how we show it, in the body (`client_secret_post`)',
  }),
  SCOPES: z.string().default('openid given_name usual_name email siret').register(about, {
    accepted: 'separated by spaces',
    meaning: 'what is asked of the provider; elsewhere than at ProConnect often `openid profile email`',
  }),
  ACR_VALUES: z.string().default('').register(about, {
    accepted: 'separated by spaces',
    meaning: 'levels of assurance that are asked for; an answer of another level is refused',
  }),
  PKCE: isOn.prefault('1').register(about, {
    meaning: '`0` where the provider refuses this parameter',
  }),
  USERINFO: z.enum(['signed', 'plain']).default('signed').register(about, {
    meaning:
      '`signed`: the identity comes as a signed JWT, as at ProConnect, and nothing else is taken; `plain`: as JSON',
  }),
  ALGORITHM: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256').register(about, {
    meaning: 'with what the provider signs',
  }),
  VERIFIED_EMAILS: isOn.prefault('0').register(about, {
    meaning:
      '`1`: this provider verifies every address and does not say so (no `email_verified`); only where your agreement with it affirms that. An address that is said to be unverified never opens anything',
  }),
});

/** A provider of identities by which people may sign in. */
export interface ProviderSettings {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly acrValues: readonly string[];
  readonly isPkce: boolean;
  readonly isUserinfoSigned: boolean;
  readonly algorithm: string;
  readonly hasVerifiedEmails: boolean;
}

/** Reads the settings of these providers, or gives what is wrong with each variable. */
export function readProviders(
  ids: readonly string[],
  given: Readonly<Record<string, string | undefined>>,
): { providers: ProviderSettings[]; faults: { name: string; message: string }[] } {
  const providers: ProviderSettings[] = [];
  const faults: { name: string; message: string }[] = [];
  for (const id of ids) {
    const prefix = `OIDC_${id.toUpperCase()}_`;
    const own = Object.fromEntries(Object.keys(Provider.shape).map((name) => [name, given[prefix + name]]));
    const parsed = Provider.safeParse(own);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        faults.push({ name: prefix + String(path[0]), message });
      continue;
    }
    const { data } = parsed;
    providers.push({
      id,
      name: data.NAME ?? (id === 'proconnect' ? 'ProConnect' : id),
      issuer: data.ISSUER,
      clientId: data.CLIENT_ID,
      clientSecret: data.CLIENT_SECRET,
      scopes: data.SCOPES,
      acrValues: data.ACR_VALUES.split(' ').filter(Boolean),
      isPkce: data.PKCE,
      isUserinfoSigned: data.USERINFO === 'signed',
      algorithm: data.ALGORITHM,
      hasVerifiedEmails: data.VERIFIED_EMAILS,
    });
  }
  return { providers, faults };
}
