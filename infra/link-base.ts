import { Token } from 'aws-cdk-lib';
import * as z from 'zod';

/** An SMS leaves 90 characters for a link, of which 22 are the token. */
export const LONGEST_LINK_BASE = 68;

/** A link is this and a token, and whoever reads it on its way may answer: plain HTTP is for this machine alone. */
export const LinkBase = z
  .string()
  .max(LONGEST_LINK_BASE)
  .regex(
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(?=[:/])).*\/$/,
    'an https address that ends with a slash; http only of localhost',
  );

/** What an app gives, unless only the deploy knows it. Throws where links could be read on their way. */
export const safeLinkBase = (given: string | undefined): string | undefined => {
  if (given === undefined || Token.isUnresolved(given)) return given;
  const parsed = LinkBase.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    `linkBase is ${given}, and has to be ${parsed.error.issues.map(({ message }) => message).join(', ')}.`,
  );
};
