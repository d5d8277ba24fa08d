import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSecrets, nextSinkSecrets } from '../../cli/secrets/next-secrets.ts';
import { sourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';

const change = { given: {}, freshToken: 'fresh', isAddressNew: false, only: false };
const before = { token: ['t2', 't1'], secrets: ['s2', 's1'], apiToken: 'api' };

describe('what is kept secret of a source', () => {
  it('begins with a token that nobody can guess', () => {
    expect(nextSecrets(undefined, change)).toEqual({ token: ['fresh'], secrets: [] });
  });

  it('keeps the newest before beside the new one, and all that was not given', () => {
    expect(nextSecrets(before, { ...change, given: { secrets: ['s3'] } })).toEqual({
      ...{ token: ['t2', 't1'], secrets: ['s3', 's2'], apiToken: 'api' },
    });
    expect(nextSecrets(before, { ...change, isAddressNew: true }).token).toEqual(['fresh', 't2']);
    expect(nextSecrets({ ...before, token: 't1' }, { ...change, given: { apiToken: 'new' } })).toEqual({
      ...{ token: ['t1'], secrets: ['s2', 's1'], apiToken: 'new' },
    });
  });

  it('ends what was valid before where somebody says so', () => {
    expect(nextSecrets(before, { ...change, only: true })).toMatchObject({ token: ['t2'], secrets: ['s2'] });
    const given = { secrets: ['s3'] };
    expect(nextSecrets(before, { ...change, given, only: true })).toMatchObject({ secrets: ['s3'] });
  });

  it('can always be read, has at most two of each, and the newest first', () => {
    const text = fc.stringMatching(/^[a-z]{1,3}$/);
    const kept = fc.option(
      fc.record({ token: fc.array(text, { minLength: 1, maxLength: 2 }), secrets: fc.array(text, { maxLength: 2 }) }),
      { nil: undefined },
    );
    const given = fc.record(
      { token: text, secrets: fc.array(text, { maxLength: 2 }), apiToken: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(kept, given, fc.boolean(), fc.boolean(), (old, now, isAddressNew, only) => {
        const next = sourceSecrets.parse(nextSecrets(old, { given: now, freshToken: 'fresh', isAddressNew, only }));
        const tokens = [next.token].flat();
        expect(tokens[0]).toBe(now.token ?? (isAddressNew || old === undefined ? 'fresh' : old.token[0]));
        expect(tokens.length).toBeLessThanOrEqual(only ? 1 : 2);
        expect(next.secrets.length).toBeLessThanOrEqual(2);
        if (now.secrets?.[0] !== undefined) expect(next.secrets[0]).toBe(now.secrets[0]);
      }),
    );
  });
});

describe('what is kept secret of a sink', () => {
  it('keeps what signed before beside what signs from now on, until somebody ends it', () => {
    const first = nextSinkSecrets(undefined, { secrets: ['s1'] }, false);
    const second = nextSinkSecrets(first, { secrets: ['s2'] }, false);
    expect([first, second]).toEqual([{ secrets: ['s1'] }, { secrets: ['s2', 's1'] }]);
    expect(nextSinkSecrets(second, {}, true)).toEqual({ secrets: ['s2'] });
    expect(nextSinkSecrets({ clientId: 'a', clientSecret: 'b' }, { clientSecret: 'c' }, false)).toEqual({
      ...{ clientId: 'a', clientSecret: 'c' },
    });
  });

  it('keeps the address of each rep until theirs is another one, or somebody says who alone has one', () => {
    const first = nextSinkSecrets(undefined, { urls: { ana: 'a', ben: 'b' } }, false);
    const second = nextSinkSecrets(first, { urls: { ana: 'c' } }, false);
    expect([first, second]).toEqual([{ urls: { ana: 'a', ben: 'b' } }, { urls: { ana: 'c', ben: 'b' } }]);
    expect(nextSinkSecrets(second, { urls: { ana: 'd' } }, true)).toEqual({ urls: { ana: 'd' } });
    expect(nextSinkSecrets(second, {}, true)).toEqual(second);
  });
});
