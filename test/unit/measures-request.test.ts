import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeasuresRequest } from '../../shared/contracts/http/measures-request.ts';

const read = (path: string, query = '', method = 'GET') =>
  readMeasuresRequest(method, path, new URLSearchParams(query));

/** 2026-11-16, in local days from 1970-01-01. */
const MONDAY = Date.UTC(2026, 10, 16) / 86_400_000;

describe('a request for the measures', () => {
  it('is for the page, by days and a part of the leads', () => {
    expect(read('/')).toEqual({ kind: 'overview', scope: {} });
    expect(read('/', 'from=2026-11-16&to=2026-11-16&territory=Nordics&rep=&source=%20web%20&other=1')).toEqual({
      kind: 'overview',
      scope: { from: MONDAY, to: MONDAY, territory: 'Nordics', source: 'web' },
    });
  });

  it('shows all days where the dates cannot be read, and says so', () => {
    for (const query of ['from=yesterday', 'to=2026-02-30', 'from=2026-11-17&to=2026-11-16'])
      expect(read('/', query)).toEqual({ kind: 'overview', scope: {}, problem: 'dates' });
  });

  it('is for a table as a file, or for a lead', () => {
    expect(read('/tables/sources-last.csv', 'rep=ana')).toEqual({
      kind: 'table',
      name: 'sources-last',
      scope: { rep: 'ana' },
    });
    const leadId = 'c62210df7dd97f3fd41e5e59a9285812';
    expect(read(`/leads/${leadId}`)).toEqual({ kind: 'lead', leadId });
  });

  it('is for nothing else, and changes nothing', () => {
    for (const path of ['/leads/', '/leads/..', '/tables/', '/tables/x.txt', '/admin'])
      expect(read(path)).toEqual({ kind: 'no-such-page' });
    for (const method of ['POST', 'PUT', 'DELETE', 'get'])
      expect(read('/', '', method)).toEqual({ kind: 'wrong-method' });
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.webQueryParameters(),
        fc.constantFrom('GET', 'HEAD', 'POST'),
        (path, query, method) => {
          expect(() => read(path, query, method)).not.toThrow();
        },
      ),
    );
  });
});
