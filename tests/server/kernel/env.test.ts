import { describe, expect, test } from 'vitest';
import { readEnv } from '#server/kernel/env.ts';
import { StartRefusal } from '#server/kernel/start-refusal.ts';

function refusalOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof StartRefusal) return error.sentences;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('[S1] the environment is parsed at the door', () => {
  test('an empty environment gives the documented defaults', () => {
    const env = readEnv({ PORT: '', ORIGIN: '' });
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO: false, UPLOAD_MAX_MB: 20 });
    expect(env.ORIGIN).toBeUndefined();
    expect(env.DATA_DIR).toMatch(/data$/);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['ORIGIN', 'cordee.exemple.fr'],
    ['ORIGIN', 'https://cordee.exemple.fr/espace'],
    ['ORIGIN', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://localhost/base'],
    ['SMTP_URL', 'http://relais'],
    ['S3_ENDPOINT', 's3.exemple.fr'],
    ['S3_BUCKET', 'Pas un nom'],
    ['S3_PATH_STYLE', 'oui'],
    ['SESSION_SECRET', `${'x'.repeat(40)},court`],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.ville.fr'],
    ['HSTS_SUBDOMAINS', 'oui'],
    ['SECURITY_CONTACT', 'securite@exemple.fr'],
    ['SESSION_SECRET', 'court'],
    ['UPLOAD_MAX_MB', '0'],
    ['DEMO', 'oui'],
    ['OUTSIDE', 'oui'],
    ['OUTSIDE_ALLOW', 'exemple.fr'],
    ['SECOND_FACTOR', 'oui'],
    ['OIDC_PROVIDERS', 'Pro Connect'],
    ['OIDC_PROVIDERS', 'un,un'],
  ])('%s=%s stops the start with one sentence that names it', (name, value) => {
    const sentences = refusalOf({ [name]: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} .*\\.$`));
  });

  test('several faults give one sentence each', () => {
    expect(refusalOf({ PORT: 'x', DATABASE_URL: 'x', SMTP_URL: 'x' })).toHaveLength(3);
  });

  test('[FS2] a bucket needs its four settings, one sentence for each that is missing', () => {
    const bucket = { S3_BUCKET: 'cordee', S3_ENDPOINT: 'https://s3.exemple.fr' };
    const keys = { S3_ACCESS_KEY: 'qui', S3_SECRET_KEY: 'secret' };
    expect(refusalOf(bucket).map((sentence) => sentence.split(' ')[0])).toEqual(Object.keys(keys));
    expect(refusalOf(keys)).toHaveLength(2);
    expect(readEnv({}).s3).toBeNull();
    expect(readEnv({ ...bucket, ...keys }).s3).toMatchObject({ bucket: 'cordee', isPathStyle: true });
  });

  test('an origin is kept without its final slash', () => {
    expect(readEnv({ ORIGIN: 'https://cordee.exemple.fr/' }).ORIGIN).toBe('https://cordee.exemple.fr');
  });

  describe('[ID7] a provider of identities', () => {
    const own = {
      OIDC_PROVIDERS: 'proconnect,annuaire',
      OIDC_PROCONNECT_ISSUER: 'https://fournisseur.exemple.fr/api/v2',
      OIDC_PROCONNECT_CLIENT_ID: 'cordee',
      OIDC_PROCONNECT_CLIENT_SECRET: 'secret',
      OIDC_ANNUAIRE_ISSUER: 'https://annuaire.exemple.fr',
      OIDC_ANNUAIRE_CLIENT_ID: 'cordee',
      OIDC_ANNUAIRE_CLIENT_SECRET: 'secret',
      OIDC_ANNUAIRE_PKCE: '0',
      OIDC_ANNUAIRE_USERINFO: 'plain',
    };

    test('has the ways of ProConnect unless it is told others, one beside the other', () => {
      expect(readEnv(own).providers).toMatchObject([
        {
          id: 'proconnect',
          name: 'ProConnect',
          isPkce: true,
          isUserinfoSigned: true,
          hasVerifiedEmails: false,
        },
        { id: 'annuaire', name: 'annuaire', isPkce: false, isUserinfoSigned: false },
      ]);
      expect(readEnv({ ...own, OIDC_PROVIDERS: '' }).providers).toEqual([]);
    });

    test.each([
      ['OIDC_PROCONNECT_ISSUER', ''],
      ['OIDC_PROCONNECT_ISSUER', 'http://fournisseur.exemple.fr'],
      ['OIDC_PROCONNECT_CLIENT_SECRET', ''],
      ['OIDC_ANNUAIRE_PKCE', 'non'],
      ['OIDC_ANNUAIRE_ALGORITHM', 'none'],
    ])('%s=%s stops the start with one sentence that names it', (name, value) => {
      const sentences = refusalOf({ ...own, [name]: value });
      expect(sentences).toHaveLength(1);
      expect(sentences[0]).toContain(name);
    });
  });
});
