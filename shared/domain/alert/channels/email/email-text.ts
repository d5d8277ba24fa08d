/** What an e-mail says, in plain text. */
export interface EmailText {
  readonly subject: string;
  readonly text: string;
}
