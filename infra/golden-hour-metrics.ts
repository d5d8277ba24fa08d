import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { partsOf } from './parts-of.ts';

/**
 * What a `GoldenHour` measures, for alarms and dashboards of your own.
 *
 * @hidden
 */
export abstract class GoldenHourMetrics extends Construct {
  /**
   * Milliseconds from a lead's qualification to its first alert that went out; by default the longest in five
   * minutes.
   *
   * @example
   * import { Duration } from 'aws-cdk-lib';
   * import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
   * import type { GoldenHour } from 'golden-hour';
   *
   * const watchTheHour = (goldenHour: GoldenHour): Alarm =>
   *   new Alarm(goldenHour, 'AlertedTooLate', {
   *     metric: goldenHour.metricTimeToAlert({ period: Duration.minutes(15) }),
   *     threshold: Duration.minutes(45).toMilliseconds(),
   *     evaluationPeriods: 1,
   *   });
   */
  metricTimeToAlert(props?: MetricOptions): Metric {
    return partsOf(this).deciding.alertRep.metric('TimeToAlert', { statistic: 'Maximum', ...props });
  }

  /**
   * Leads that became hot and complete.
   * By default their number in five minutes.
   */
  metricLeadsQualified(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('LeadQualified', props);
  }

  /**
   * Leads that were given to a rep. One that is given on to another rep counts again.
   * By default their number in five minutes.
   */
  metricLeadsAssigned(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('LeadAssigned', props);
  }

  /**
   * Leads that wait because no rep can take them yet.
   * By default their number in five minutes.
   */
  metricLeadsWaiting(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('LeadWaiting', props);
  }

  /**
   * Promises of the agreement that were broken, by sales or by us.
   * By default their number in five minutes.
   *
   * @example
   * import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
   * import type { GoldenHour } from 'golden-hour';
   *
   * const leadsAndBrokenPromises = (goldenHour: GoldenHour): GraphWidget =>
   *   new GraphWidget({
   *     left: [goldenHour.metricLeadsQualified(), goldenHour.metricLeadsAssigned()],
   *     right: [goldenHour.metricSlaBreaches()],
   *   });
   */
  metricSlaBreaches(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('SlaBreached', props);
  }

  /**
   * Promises that sales broke: to accept, to make contact, to give a verdict.
   * By default their number in five minutes.
   */
  metricSlaBreachesBySales(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('SlaBreachedBySales', props);
  }

  /**
   * Hot leads that nobody was alerted to in time: the promise is ours.
   * By default their number in five minutes.
   */
  metricSlaBreachesByUs(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('SlaBreachedByUs', props);
  }

  /**
   * Milliseconds from when a lead joins a waitlist until somebody can take it, as it looks then; by default the longest
   * in five minutes.
   */
  metricExpectedWait(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('ExpectedWait', { statistic: 'Maximum', ...props });
  }

  /**
   * Events of producers that could not be used. Each came back as one `LeadRefused`.
   * By default their number in five minutes.
   */
  metricRefused(props?: MetricOptions): Metric {
    return partsOf(this).publishing.function.metric('LeadRefused', props);
  }

  /**
   * The share of captures of which fields were cut or left out, from 0 to 1.
   * By default that of five minutes.
   */
  metricFieldsIgnored(props?: MetricOptions): Metric {
    return partsOf(this).deciding.scoreLead.metric('LeadFieldsIgnored', { statistic: 'Average', ...props });
  }

  /**
   * Runs of watch-clocks that came to their end: one a minute while all is well.
   * By default their number in five minutes.
   */
  metricHeartbeat(props?: MetricOptions): Metric {
    return partsOf(this).watch.function.metric('Heartbeat', props);
  }

  /**
   * Reps whom no channel reaches: check-reach asks AWS once an hour, and writes it where there are any.
   * By default the most in five minutes.
   */
  metricRepsUnreachable(props?: MetricOptions): Metric {
    return partsOf(this).reachCheck.function.metric('RepsUnreachable', { statistic: 'Maximum', ...props });
  }

  /**
   * Alerts, reminders and digests that SNS took.
   * By default their number in five minutes.
   */
  metricMessagesSent(props?: MetricOptions): Metric {
    return partsOf(this).deciding.alertRep.metric('MessageSent', props);
  }

  /**
   * Alerts, reminders and digests that did not go out: SNS did not take them, or they were never handed to it. Another
   * channel, then the manager, stands in.
   * By default their number in five minutes.
   */
  metricMessagesFailed(props?: MetricOptions): Metric {
    return partsOf(this).deciding.alertRep.metric('MessageFailed', props);
  }
}
