import { Duration, Validations } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { ME } from '../../shared/contracts/http/figures-request.ts';
import type { IdentityProvider } from '../golden-hour-props.ts';
import type { AnswerApi } from './answer-api.ts';
import { type FiguresProps, grantFigures, ofFigures } from './figures-function.ts';
import type { Limit } from './public-api.ts';
import { ServiceFunction } from './service-function.ts';

export interface MeasuresPageProps extends FiguresProps {
  readonly answers: AnswerApi;
  /**
   * Whose tokens open the page as well.
   * @default none: links that are mailed open it
   */
  readonly identityProvider?: IdentityProvider | undefined;
}

/** Of all readers together. It keeps a flood of the figures from the reps' own links, and bounds what it costs. */
const LOOKS: Limit = { rate: 20, burst: 40 };
/** Each may be a mail to somebody. */
const ORDERS: Limit = { rate: 1, burst: 5 };

const READS = [HttpMethod.GET, HttpMethod.HEAD];

/** The page of figures, on the same HTTP API as the links of the alerts, with limits of its own. */
export class MeasuresPage extends Construct {
  readonly function: ServiceFunction<'show-measures'>;
  /** Where somebody asks for a link. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: MeasuresPageProps) {
    super(scope, id);
    const { answers, identityProvider, ...figures } = props;
    this.url = figures.pageBase.slice(0, -1);
    this.function = new ServiceFunction(this, 'ShowMeasures', {
      ...ofFigures(figures),
      name: 'show-measures',
      description: 'Shows the figures of both teams',
      // The API waits no longer than half a minute.
      timeout: Duration.seconds(29),
    });
    grantFigures(this.function, figures);
    figures.state.grantHistory(this.function);
    this.addRoutes(answers);
    if (identityProvider !== undefined) this.addRoutesForTokens(answers, identityProvider);
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
