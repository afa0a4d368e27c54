import { z } from 'zod';
import { server as words } from '#shared/messages/fr/server.ts';

const { expected } = words;
const text = z.string(expected.text).min(1, expected.text);
const isOn = z.enum(['0', '1']).transform((value) => value === '1');
/** In the clear only on this very machine, where tests and trials have their provider. */
const issuer = z
  .string(expected.webUrl)
  .refine(
    (value) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(value) && URL.canParse(value),
    expected.issuer,
  );

/** The settings of one provider of identities, each named `OIDC_<ID>_…`. */
const Provider = z.object({
  /** What people read on the button. */
  NAME: z.string().optional(),
  /** Where its `.well-known/openid-configuration` is. */
  ISSUER: issuer,
  CLIENT_ID: text,
  CLIENT_SECRET: text,
  SCOPES: z.string().default('openid given_name usual_name email siret'),
  /** Separated by spaces; the answer must have one of them. */
  ACR_VALUES: z.string().default(''),
  PKCE: isOn.default(true),
  /** `signed`: the identity comes as a signed JWT, and nothing else is taken; `plain`: as JSON. */
  USERINFO: z.enum(['signed', 'plain']).default('signed'),
  /** With what the provider signs. */
  ALGORITHM: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
  /** 1: it has verified every address that it gives, and does not say so. */
  VERIFIED_EMAILS: isOn.default(false),
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
