import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../shared/contracts/functions.ts';
import { list, ofType, prop, target } from './lookup.ts';
import { allowedTo, bundledCode, difference, functionNamed, needsOf } from './permissions.ts';
import { BY_SES, BY_SES_ALONE, type Resources, synth } from './synth.ts';

const { main, nested } = synth();
const topics = Object.values(nested);

const bySes = synth({ config: BY_SES });

const NOTHING = { unused: [], missing: [] };

/** The template with the statements of a function's role changed. */
const withStatements = (
  name: FunctionName,
  change: (statements: readonly unknown[]) => readonly unknown[],
): Resources => {
  const role = target(prop(functionNamed(name, main).resource, 'Role'));
  const [policy] = ofType(main, 'AWS::IAM::Policy').filter(([, each]) =>
    list(prop(each, 'Roles')).some((of) => target(of) === role),
  );
  if (policy === undefined) throw new Error(`${name} has no policy`);
  const [id, resource] = policy;
  const Statement = change(list(prop(resource, 'PolicyDocument', 'Statement')));
  return { ...main, [id]: { ...resource, Properties: { ...resource.Properties, PolicyDocument: { Statement } } } };
};

describe('the role of a function', () => {
  it.each(FUNCTION_NAMES.filter((name) => !BY_SES_ALONE.includes(name)))(
    '%s allows what its code can call, of which documents and queues, and nothing else',
    (name) => {
      expect(difference(allowedTo(name, main, topics), needsOf(name, main))).toEqual(NOTHING);
    },
  );

  it.each(FUNCTION_NAMES)('%s allows the same where e-mail goes by SES', (name) => {
    expect(difference(allowedTo(name, bySes.main), needsOf(name, bySes.main))).toEqual(NOTHING);
  });
});

describe('the comparison of roles and code', () => {
  const needed = needsOf('route-lead', main);

  it('finds a permission that nothing in the code uses', () => {
    const wide = withStatements('route-lead', (statements) => [
      ...statements,
      { Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' },
    ]);
    expect(difference(allowedTo('route-lead', wide), needed)).toEqual({ unused: ['dynamodb:Scan *'], missing: [] });
  });

  it('finds a kind of document that the code has nothing to do with', () => {
    const wide = withStatements('route-lead', (statements) => [
      ...statements,
      {
        Effect: 'Allow',
        Action: 'dynamodb:BatchGetItem',
        Resource: '*',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['identity#*'] } },
      },
    ]);
    expect(difference(allowedTo('route-lead', wide), needed).unused).toEqual(['dynamodb:BatchGetItem identity']);
  });

  it('finds a permission that was forgotten', () => {
    const narrow = withStatements('route-lead', (statements) =>
      statements.filter((statement) => !JSON.stringify(statement).includes('/index/waiting')),
    );
    expect(difference(allowedTo('route-lead', narrow), needed)).toEqual({
      unused: [],
      missing: ['dynamodb:Query index waiting'],
    });
  });

  it('finds a call that was added to the code alone', () => {
    const code = `${bundledCode('score-lead')}\nnew PublishCommand({});\nload([{ type: "link", id }]);`;
    expect(difference(allowedTo('score-lead', main), needsOf('score-lead', main, code)).missing).toEqual([
      'dynamodb:BatchGetItem link',
      'dynamodb:PutItem link',
      'dynamodb:UpdateItem link',
      'sns:Publish',
    ]);
  });

  it('asks for the permission of a command that it does not know', () => {
    expect(() => needsOf('score-lead', main, 'new InventedCommand({})')).toThrow(/score-lead sends Invented/);
  });
});
