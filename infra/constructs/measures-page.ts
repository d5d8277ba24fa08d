import { Duration, Validations } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ME } from '../../shared/contracts/http/figures-request.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { IdentityProvider } from '../golden-hour-props.ts';
import type { AnswerApi, RouteLimit } from './answer-api.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import type { RepTopics } from './rep-topics.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';

export interface MeasuresPageProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly terms: ReportTerms;
  readonly state: StateTable;
  readonly reps: RepTopics;
  readonly answers: AnswerApi;
  /** Where links to the figures begin; ends with a slash. */
  readonly pageBase: string;
  /** Who the topics let publish. */
  readonly role: Role;
  /**
   * Whose tokens open the page as well.
   * @default none: links that are mailed open it
   */
  readonly identityProvider?: IdentityProvider | undefined;
}

/** One processor: a hundred thousand leads are then counted in a second. */
const MEMORY_MB = 1_769;

/** Of all readers together. It keeps a flood of the figures from the reps' own links, and bounds what it costs. */
const LOOKS: RouteLimit = { rate: 20, burst: 40 };
/** Each may be a mail to somebody. */
const ORDERS: RouteLimit = { rate: 1, burst: 5 };

const READS = [HttpMethod.GET, HttpMethod.HEAD];

/** The page of figures, on the same HTTP API as the links of the alerts, with limits of its own. */
export class MeasuresPage extends Construct {
  readonly function: ServiceFunction<'show-measures'>;
  /** Where somebody asks for a link. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: MeasuresPageProps) {
    super(scope, id);
    const { defaults, agreement, terms, state, reps, pageBase, role, identityProvider } = props;
    this.url = pageBase.slice(0, -1);
    this.function = new ServiceFunction(this, 'ShowMeasures', {
      defaults,
      agreement,
      terms,
      name: 'show-measures',
      description: 'Shows the figures of both teams',
      // The API waits no longer than half a minute.
      timeout: Duration.seconds(29),
      memory: MEMORY_MB,
      environment: {
        TABLE_NAME: state.table.tableName,
        PAGE_BASE: pageBase,
        REP_TOPICS: reps.parameters.map(({ parameterName }) => parameterName).join(','),
      },
      role,
    });
    state.grantLoad(this.function, DOCUMENTS_OF['show-measures']);
    state.grantCommit(this.function, ['pass', 'receipt']);
    state.grantReadMeasures(this.function);
    reps.grantRead(this.function);
    this.addRoutes(props.answers);
    if (identityProvider !== undefined) this.addRoutesForTokens(props.answers, identityProvider);
  }

  private addRoutes(answers: AnswerApi): void {
    const integration = new HttpLambdaIntegration('Figures', this.function.function);
    const looks = ['/m', '/m/{token}', '/m/{token}/{proxy+}'].flatMap((path) =>
      answers.addLimited({ path, methods: READS, integration }, LOOKS),
    );
    const orders = answers.addLimited({ path: '/m', methods: [HttpMethod.POST], integration }, ORDERS);
    for (const route of [...looks, ...orders]) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The token of the link is the authorization: 128 random bits, stored hashed, mailed to an address of the agreement. Without one there is a form that says nothing.',
      });
    }
  }

  /** More exact paths than `/m/{token}`, so the API checks the token before the function is called. */
  private addRoutesForTokens(answers: AnswerApi, { issuer, audience }: IdentityProvider): void {
    const integration = new HttpLambdaIntegration('FiguresForTokens', this.function.function);
    const authorizer = new HttpJwtAuthorizer('IdentityProvider', issuer, {
      jwtAudience: [...audience],
    });
    for (const below of ['', '/{proxy+}'])
      answers.addLimited({ path: `/m/${ME}${below}`, methods: READS, integration, authorizer }, LOOKS);
  }
}
