/** By which service of AWS e-mail goes out, the usual one first. */
export const EMAIL_SERVICES = ['sns', 'ses'] as const;

export type EmailService = (typeof EMAIL_SERVICES)[number];
