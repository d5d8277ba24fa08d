/** The only link that a mail has: to a page of ours. */
export interface Button {
  readonly as: 'button';
  readonly label: string;
  /** Absolute, https unless of localhost. */
  readonly url: string;
  /** What stands in its place where there are no buttons. */
  readonly text: string;
}

export interface Heading {
  readonly as: 'heading';
  readonly text: string;
}

/** One of a list. */
export interface Item {
  readonly as: 'item';
  readonly text: string;
}

/** One line of plain text. */
export type Line = string | Heading | Item | Button;

/** Lines that belong together: a paragraph, or a heading with what is under it. */
export type Section = readonly Line[];

/** What a mail says, before it is plain text or HTML. */
export interface MailBody {
  /** BCP 47. */
  readonly language: string;
  readonly sections: readonly Section[];
}

/** A mail: its body, and the same as plain text. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly body: MailBody;
}

export const heading = (text: string): Heading => ({ as: 'heading', text });
export const item = (text: string): Item => ({ as: 'item', text });
export const button = (label: string, url: string, text: string): Button => ({ as: 'button', label, url, text });

const plainLine = (line: Line): string => {
  if (typeof line === 'string') return line;
  return line.as === 'item' ? `- ${line.text}` : line.text;
};

export const plainLines = (section: Section): readonly string[] => section.map(plainLine);

/** A line a line, and an empty one between sections. */
const plainText = (sections: readonly Section[]): string =>
  `${sections.map((section) => plainLines(section).join('\n')).join('\n\n')}\n`;

export const mailText = (subject: string, language: string, sections: readonly Section[]): MailText => ({
  subject,
  text: plainText(sections),
  body: { language, sections },
});
