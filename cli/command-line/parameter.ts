import * as z from 'zod';

/** What a command takes, beside its schema. Its name is the key that it has in the command. */
type Described =
  | { readonly kind: 'option'; readonly value: string; readonly description: string }
  | { readonly kind: 'flag'; readonly description: string }
  | { readonly kind: 'argument'; readonly description: string };

export type Parameter = Described & { readonly key: string; readonly optional: boolean; readonly fallback?: string };

export type Shape = Readonly<Record<string, z.ZodType>>;

const descriptions = z.registry<Described>();

/** `--name <value>`; the messages of the schema go on from `--name 'text' …`, and say what would be right. */
export const option = <T extends z.ZodType>(value: string, description: string, schema: T): T => {
  descriptions.add(schema, { kind: 'option', value, description });
  return schema;
};

/** `--name`, true or false. */
export const flag = (description: string) => {
  const schema = z.boolean().default(false);
  descriptions.add(schema, { kind: 'flag', description });
  return schema;
};

/** Given by its place: arguments stand in the order of their keys. */
export const argument = <T extends z.ZodType>(description: string, schema: T): T => {
  descriptions.add(schema, { kind: 'argument', description });
  return schema;
};

/** What a schema makes of nothing. */
const ofNothing = (schema: z.ZodType) => z.object({ value: schema }).safeParse({});

export const parametersOf = (shape: Shape): readonly Parameter[] =>
  Object.entries(shape).map(([key, schema]) => {
    const described = descriptions.get(schema);
    if (described === undefined) throw new Error(`${key} is neither option, flag nor argument`);
    const { success, data } = ofNothing(schema);
    const fallback = described.kind === 'flag' || data?.value === undefined ? {} : { fallback: String(data.value) };
    return { ...described, key, optional: success, ...fallback };
  });

/** `agreement` as `--agreement`, `dryRun` as `--dry-run`. */
export const flagOf = (key: string): string => `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `--agreement <dir>`, `--json`, `<file>`: as the usage shows it. */
export const written = (parameter: Parameter): string => {
  switch (parameter.kind) {
    case 'option':
      return `${flagOf(parameter.key)} <${parameter.value}>`;
    case 'flag':
      return flagOf(parameter.key);
    case 'argument':
      return parameter.optional ? `[${parameter.key}]` : `<${parameter.key}>`;
  }
};
