import { describe, expect, it } from 'vitest';
import type { Content } from '../../shared/domain/agreement/agreement.ts';
import { readNext } from '../../shared/domain/alert/text/read-next.ts';
import type { Fields } from '../../shared/domain/condition/condition.ts';

const piece = (id: string, more: Partial<Content> = {}): Content => ({
  id,
  title: id,
  url: `https://example.com/${id}`,
  after: [],
  ...more,
});
const forIndustry = (industry: string): Pick<Content, 'for'> => ({
  for: { field: 'company.industry', test: { in: [industry] } },
});

const CONTENT = [
  piece('overview'),
  piece('retail-guide', forIndustry('Retail')),
  piece('bank-guide', forIndustry('Banking')),
  piece('price-list', { after: ['overview', 'pricing-page'] }),
  piece('retail-prices', { after: ['pricing-page'], ...forIndustry('Retail') }),
  piece('bank-prices', { after: ['pricing-page'], ...forIndustry('Banking') }),
];
const RETAIL: Fields = { 'company.industry': 'Retail' };

const suggested = (fields: Fields, read: string[], limit = 10) =>
  readNext(CONTENT, fields, new Set(read), limit).map(({ id }) => id);

describe('what to send a lead next', () => {
  it('is what suits it before what is for everybody', () => {
    expect(suggested(RETAIL, [])).toEqual(['retail-guide', 'overview']);
    expect(suggested({}, [])).toEqual(['overview']);
  });

  it('is first of all what follows on what it has read, if it suits', () => {
    expect(suggested(RETAIL, ['pricing-page'])).toEqual(['retail-prices', 'retail-guide', 'overview']);
  });

  it('is nothing that it has read, and nothing that asks for more than it has read', () => {
    expect(suggested(RETAIL, ['overview', 'retail-prices'])).toEqual(['retail-guide']);
  });

  it('keeps the agreement’s order among equals', () => {
    expect(suggested(RETAIL, ['overview', 'pricing-page'])).toEqual(['price-list', 'retail-prices', 'retail-guide']);
  });

  it('is no more than asked for', () => {
    expect(suggested(RETAIL, ['overview', 'pricing-page'], 1)).toEqual(['price-list']);
    expect(suggested(RETAIL, [], 0)).toEqual([]);
  });
});
