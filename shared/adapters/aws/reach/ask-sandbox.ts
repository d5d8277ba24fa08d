import {
  GetSMSSandboxAccountStatusCommand,
  paginateListSMSSandboxPhoneNumbers,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { Sandbox } from '../../../domain/alert/reach/account.ts';

/** A sandbox holds ten numbers at most. What AWS does not say is no sandbox. */
export const askSandbox = async (client: SNSClient): Promise<Sandbox> => {
  const { IsInSandbox } = await client.send(new GetSMSSandboxAccountStatusCommand({}));
  if (IsInSandbox !== true) return { on: false };
  const verified = new Set<string>();
  for await (const { PhoneNumbers = [] } of paginateListSMSSandboxPhoneNumbers({ client }, {})) {
    for (const { PhoneNumber, Status } of PhoneNumbers) {
      if (PhoneNumber !== undefined && Status === 'Verified') verified.add(PhoneNumber);
    }
  }
  return { on: true, verified };
};
