import { paginateDescribeParameters, type SSMClient } from '@aws-sdk/client-ssm';
import type { Instant } from '../../shared/domain/time/instant.ts';

/** A secret that is kept, without what it is. */
export interface KeptSecret {
  /** Such as `sources/demo-form`. */
  readonly name: string;
  readonly changed: Date | undefined;
  /** Of its apiToken; epoch milliseconds. */
  readonly tokenEnds?: Instant;
}

/** In the parameter's description, so that whoever may not decrypt the secret can see it. */
const ENDS = /^apiToken until (\d{4}-\d{2}-\d{2})$/;

export const descriptionOf = (apiTokenUntil: string | undefined): string =>
  apiTokenUntil === undefined ? '' : `apiToken until ${apiTokenUntil}`;

export const askKept = async (client: SSMClient, secretsPrefix: string): Promise<readonly KeptSecret[]> => {
  const kept: KeptSecret[] = [];
  const filter = { Key: 'Name', Option: 'BeginsWith', Values: [secretsPrefix] };
  for await (const { Parameters = [] } of paginateDescribeParameters({ client }, { ParameterFilters: [filter] })) {
    for (const { Name = '', LastModifiedDate, Description = '' } of Parameters) {
      const [, ends] = ENDS.exec(Description) ?? [];
      const tokenEnds = ends === undefined ? {} : { tokenEnds: Date.parse(ends) };
      kept.push({ name: Name.slice(secretsPrefix.length), changed: LastModifiedDate, ...tokenEnds });
    }
  }
  return kept;
};
