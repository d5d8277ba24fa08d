import { SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';
import type { SecretStore } from '../../ports/secret-store.ts';
import { createSsmSecretStore, type SsmSecretStoreOptions } from './ssm-secret-store.ts';

export interface SecretReading extends Omit<SsmSecretStoreOptions, 'client'> {
  readonly config?: SSMClientConfig;
}

export const openSecretStore = ({ config = {}, ...rest }: SecretReading): SecretStore =>
  createSsmSecretStore({ client: new SSMClient(config), ...rest });
