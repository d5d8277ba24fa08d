/** What goes by SMS and by e-mail at one instant: `09:00 alert ana` is `09:00 alert ana sms` and `09:00 alert ana email`. */
export const onBoth = (...messages: readonly string[]): readonly string[] =>
  messages.flatMap((message) => [`${message} sms`, `${message} email`]);
