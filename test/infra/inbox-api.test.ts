import { describe, expect, it } from 'vitest';
import type { FullAgreement } from '../../infra/full-agreement.ts';
import { agreementOf, SOURCES } from './agreement.ts';
import { ofType, prop } from './lookup.ts';
import { synth } from './synth.ts';

const IN = '/in/{source}/{token}';

const agreed = (slack: boolean, sources: FullAgreement['sources'] = []): FullAgreement => ({
  ...agreementOf(1, { phones: false, slack }),
  sources,
});

/** What the API that other systems send to takes; of other APIs the routes begin otherwise. */
const routes = (agreement: FullAgreement): readonly unknown[] =>
  ofType(synth({ agreement }).main, 'AWS::ApiGatewayV2::Route')
    .filter(([id]) => id.startsWith('GoldenHourInbox'))
    .map(([, route]) => prop(route, 'RouteKey'))
    .toSorted();

describe('the API that other systems send to', () => {
  it.each([
    ['neither sources nor a rep with Slack', agreed(false), []],
    ['sources', agreed(false, SOURCES), ['GET', 'HEAD', 'POST'].map((method) => `${method} ${IN}`)],
    ['a rep with Slack', agreed(true), ['POST /slack']],
    ['both', agreed(true, SOURCES), ['GET', 'HEAD', 'POST'].map((method) => `${method} ${IN}`).concat('POST /slack')],
  ])('takes what there is to take: %s', (_, agreement, expected) => {
    expect(routes(agreement)).toEqual(expected);
  });
});
