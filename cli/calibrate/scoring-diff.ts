import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Suggested } from '../../shared/domain/calibrate/suggest-points.ts';

/** Lines around each change. */
const CONTEXT = 3;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const editOf = (rule: YAMLMap, key: string, value: number): readonly Edit[] => {
  const node = rule.get(key, true);
  return isScalar(node) && node.range ? [{ from: node.range[0], to: node.range[1], text: String(value) }] : [];
};

/** `atMost` caps the points of an action: it follows them, as long as there is something to cap. */
const editsOf = (rule: YAMLMap, { today, points }: Suggested): readonly Edit[] => {
  const most = rule.get('atMost');
  const capped = typeof most === 'number' && points > 0 && today > 0;
  return [
    ...editOf(rule, 'points', points),
    ...(capped ? editOf(rule, 'atMost', Math.max(points, Math.round((most * points) / today))) : []),
  ];
};

/** The text with other points in the place of those that stand there: nothing else of it is touched. */
export const withPoints = (text: string, suggested: readonly Suggested[]): string => {
  const document = parseDocument(text);
  const lists = [document.getIn(['fit']), document.getIn(['behaviour', 'actions'])];
  const rules = lists.flatMap((list) => (isSeq(list) ? list.items.filter(isMap) : []));
  const edits = rules.flatMap((rule) => {
    const better = suggested.find(({ term }) => term === String(rule.get('name')));
    return better === undefined || better.points === better.today ? [] : editsOf(rule, better);
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((before, { from, to, text: own }) => `${before.slice(0, from)}${own}${before.slice(to)}`, text);
};

/** What changes in scoring.yaml, as `git diff` shows it. */
export const scoringDiff = (text: string, suggested: readonly Suggested[]): string =>
  createTwoFilesPatch('scoring.yaml', 'scoring.yaml', text, withPoints(text, suggested), 'today', 'suggested', {
    context: CONTEXT,
    headerOptions: FILE_HEADERS_ONLY,
  });
