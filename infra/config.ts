import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as z from 'zod';
import { LogLevel } from '../shared/contracts/env/common.ts';
import { EMAIL_SERVICES } from '../shared/domain/vocabulary/email-services.ts';
import { LinkBase, LONGEST_LINK_BASE } from './link-base.ts';

const LONGEST_DOMAIN = LONGEST_LINK_BASE - 'https://'.length - '/a/'.length;

const Flag = z.union([z.boolean(), z.stringbool()]);

/** The context of a deployment: `cdk deploy -c name=value`, or `context` in cdk.json. */
export const Config = z
  .object({
    /** Folder of the agreement. */
    agreement: z.string().min(1).default('agreement'),
    /** First year whose holidays are compiled in; the year of the deployment unless told. */
    year: z.coerce.number().int().min(2000).max(9998).optional(),
    stackName: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,49}$/, 'a letter, then at most 49 letters, digits and hyphens')
      .default('GoldenHour'),
    /** Whether leads and logs outlive the stack. */
    retain: Flag.default(true),
    /** Whether neither stack nor table can be deleted. Not at a first deploy: one that fails could not clean up. */
    protect: Flag.default(false),
    /** In days; one of those that CloudWatch Logs knows. */
    logRetention: z.coerce
      .number()
      .refine((days) => RetentionDays[days] !== undefined, 'days as CloudWatch Logs knows them, such as 7, 30 or 365')
      .default(RetentionDays.ONE_MONTH),
    logLevel: z.enum(LogLevel.options).default('INFO'),
    /** One of this deployment's own unless told. */
    metricsNamespace: z
      .string()
      .regex(/^[\w.#/-]{1,255}$/, 'letters, digits and . - _ / #')
      .optional(),
    /**
     * A topic in the stack's region that hears alarms; CloudWatch must be able to publish to it, which it is not where
     * `alias/aws/sns` encrypts it. A topic of the stack's own unless told.
     */
    alarmTopicArn: z.string().startsWith('arn:').optional(),
    /** Hears alarms by e-mail, by the stack's own topic. */
    alarmEmail: z.email().optional(),
    /** Of the promise and of what it depends on, in CloudWatch. */
    dashboard: Flag.default(true),
    /** Whether what figures are counted from is kept as facts come. */
    measures: Flag.default(true),
    /** Whether there is a page of these figures. */
    measuresPage: Flag.default(true),
    /** Whether what figures are counted from also goes to S3, for Athena. */
    athena: Flag.default(false),
    /** An identity provider whose tokens open the page as well, and what it knows the page by: both or neither. */
    issuer: z.url({ protocol: /^https$/ }).optional(),
    audience: z
      .string()
      .min(1)
      .transform((all) => all.split(','))
      .optional(),
    /** By what e-mail goes. */
    email: z.enum(EMAIL_SERVICES).default('sns'),
    /** Of SES: who mails come from, and the verified identity where that is not the domain of it. */
    emailFrom: z.email().optional(),
    emailIdentity: z.string().min(1).optional(),
    /** Of the topic of a two-way number, if reps shall answer by SMS. */
    repliesTopicArn: z.string().startsWith('arn:').optional(),
    /** A domain of the links, and its certificate in ACM in the region of the stack: both or neither. */
    linkDomain: z
      .string()
      .max(LONGEST_DOMAIN)
      .regex(
        /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
        'a domain in small letters, such as go.example.com',
      )
      .optional(),
    linkCertificateArn: z.string().startsWith('arn:').optional(),
    linkBase: LinkBase.optional(),
    /** Of the API behind the links. */
    ipAddressType: z.enum(['ipv4', 'dualstack']).optional(),
    /** A table to go on with, such as one that was restored from a backup, and its stream: both or neither. */
    tableArn: z.string().startsWith('arn:').optional(),
    tableStreamArn: z.string().startsWith('arn:').optional(),
    /** Other accounts whose producers may put leads on the bus: their ids, separated by commas. */
    allowAccounts: z
      .string()
      .regex(/^\d{12}(,\d{12})*$/, 'account ids of twelve digits, separated by commas')
      .transform((ids) => ids.split(','))
      .optional(),
    /** For how many days inbound events are kept, to be played again after a restore. */
    archiveDays: z.coerce.number().int().positive().optional(),
    /** A key of yours for what holds personal data. Its policy has to let events, sns and cloudwatch of AWS use it. */
    encryptionKeyArn: z.string().startsWith('arn:').optional(),
  })
  .refine(({ linkDomain, linkCertificateArn }) => (linkDomain === undefined) === (linkCertificateArn === undefined), {
    error: 'linkDomain and linkCertificateArn go together',
    path: ['linkDomain'],
  })
  .refine(({ email, emailFrom }) => (email === 'ses') === (emailFrom !== undefined), {
    error: 'email=ses and emailFrom go together',
    path: ['emailFrom'],
  })
  .refine(({ emailFrom, emailIdentity }) => emailIdentity === undefined || emailFrom !== undefined, {
    error: 'emailIdentity is of emailFrom',
    path: ['emailIdentity'],
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    error: 'issuer and audience go together',
    path: ['issuer'],
  })
  .refine(({ tableArn, tableStreamArn }) => (tableArn === undefined) === (tableStreamArn === undefined), {
    error: 'tableArn and tableStreamArn go together',
    path: ['tableArn'],
  })
  .refine(({ alarmTopicArn, alarmEmail }) => alarmTopicArn === undefined || alarmEmail === undefined, {
    error: 'either alarmTopicArn or alarmEmail: who has a topic subscribes to it who is to be told',
    path: ['alarmEmail'],
  });
export type Config = z.infer<typeof Config>;

export const readConfig = (node: Node): z.ZodSafeParseResult<Config> =>
  Config.safeParse(Object.fromEntries(Object.keys(Config.shape).map((key) => [key, node.tryGetContext(key)])));
