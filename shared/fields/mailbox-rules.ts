/** How a provider tells mailboxes apart; each rule is the provider's own word. */
interface MailboxRule {
  /** All of one provider; a name at the first is the same mailbox as at the others where `shared` says so. */
  readonly domains: RegExp;
  /** The domain under which all of them are known, where one name is one person at each. */
  readonly shared?: string;
  /** What it does not look at in the part before the sign. */
  readonly ignores?: RegExp;
}

const RULES: readonly MailboxRule[] = [
  {
    // Dots: https://support.google.com/mail/answer/7436150. Plus: https://support.google.com/mail/answer/22370.
    // Googlemail: https://support.google.com/mail/answer/10313. At a domain of Google Workspace dots do count.
    domains: /^g(?:oogle)?mail\.com$/,
    shared: 'gmail.com',
    ignores: /\./g,
  },
  {
    // https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/plus-addressing-in-exchange-online, for
    // Outlook.com since 2013. The same name at two of the domains may be two people's.
    domains: /^(?:(?:outlook|hotmail|live)\.(?:[a-z]{2,3}|com?\.[a-z]{2})|msn\.com|windowslive\.com|passport\.com)$/,
  },
  {
    // https://support.apple.com/118230: who has a name at me.com or mac.com has it at icloud.com.
    domains: /^(?:icloud|me|mac)\.com$/,
    shared: 'icloud.com',
  },
  {
    // https://proton.me/support/change-username: dot, hyphen and underscore are transparent.
    // https://proton.me/support/addresses-and-aliases: plus; a name is one person's at all of Proton's domains.
    domains: /^(?:proton\.me|protonmail\.(?:com|ch)|pm\.me)$/,
    shared: 'proton.me',
    ignores: /[._-]/g,
  },
  {
    // https://www.fastmail.help/hc/en-us/articles/360060591053: plus, and anything@name.fastmail.com.
    domains: /^(?:[a-z0-9-]+\.)?fastmail\.(?:com|fm|net|org|co\.uk|com\.au|de|es|fr|nl|jp|in|to|us|im|mx|se|tw|uk)$/,
  },
];

/** `shop@jo.fastmail.com` is `jo@fastmail.com`. */
const SUBDOMAIN = /^([a-z0-9-]+)\.(fastmail\.[a-z.]+)$/;
const FASTMAIL_COUNTRIES = /^(?:co|com)\./;

const withoutTag = (local: string): string => {
  const plus = local.indexOf('+');
  // No mailbox ends with a dot: what is before the sign is the name without it.
  return plus > 0 ? local.slice(0, plus).replace(/\.+$/, '') : local;
};

/** The mailbox that an address reaches, both parts in lower case: two addresses of one mailbox are one person's. */
export const identityOf = (local: string, host: string): string => {
  const rule = RULES.find(({ domains }) => domains.test(host));
  if (rule === undefined) return `${local}@${host}`;
  const [, name, domain = ''] = SUBDOMAIN.exec(host) ?? [];
  if (name !== undefined && !FASTMAIL_COUNTRIES.test(host)) return `${name}@${domain}`;
  const plain = withoutTag(local);
  const seen = rule.ignores === undefined ? plain : plain.replace(rule.ignores, '');
  return `${seen === '' ? local : seen}@${rule.shared ?? host}`;
};
