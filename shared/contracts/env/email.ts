import { EMAIL_SERVICES } from '../../domain/vocabulary/email-services.ts';
import * as z from '../zod.ts';
import { value } from './value.ts';

/** How e-mail goes out. */
export type EmailWay =
  | {
      readonly by: 'sns';
      /** Names of SSM parameters; each holds a part of `RepTopics`. */
      readonly topics: readonly string[];
    }
  | {
      readonly by: 'ses';
      /** The verified domain or address that `from` is of. */
      readonly identity: string;
      readonly configurationSet: string;
      /** An address without a name. */
      readonly from: string;
    };

/** What functions that send e-mail, or ask whether it would arrive, read of their environment. */
export const emailEnv = {
  EMAIL_BY: z.enum(EMAIL_SERVICES),
  /** Of SNS the names of the parameters, of SES identity, configuration set and address: separated by commas. */
  EMAIL_VIA: value,
};

const EmailEnv = z.object(emailEnv);
export type EmailEnv = z.infer<typeof EmailEnv>;

const OfSes = z.object({ identity: value, configurationSet: value, from: value });

export const readEmailWay = ({ EMAIL_BY, EMAIL_VIA }: EmailEnv): EmailWay => {
  const parts = EMAIL_VIA.split(',').filter((part) => part !== '');
  if (EMAIL_BY === 'sns') return { by: 'sns', topics: parts };
  const [identity, configurationSet, from] = parts;
  return { by: 'ses', ...OfSes.parse({ identity, configurationSet, from }) };
};

export const emailEnvOf = (way: EmailWay): EmailEnv => ({
  EMAIL_BY: way.by,
  EMAIL_VIA: (way.by === 'sns' ? way.topics : [way.identity, way.configurationSet, way.from]).join(','),
});
