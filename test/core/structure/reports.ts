import { readdirSync, readFileSync } from 'node:fs';

/** A whole report, and which measure answers which of its problems, each by the words its head begins with. */
export interface Report {
  readonly name: string;
  readonly text: string;
  /** In the order of the problems; two lines of one problem are two measures that answer it, no measure is ''. */
  readonly pairs: readonly (readonly [problem: string, measure: string])[];
}

const FOLDER = 'test/core/structure/reports';

/** The reports of `folder`, with the pairs of its labels.json. */
export function reportsIn(folder = FOLDER): Report[] {
  const labels = JSON.parse(readFileSync(`${folder}/labels.json`, 'utf8')) as Record<string, Report['pairs']>;
  return readdirSync(folder)
    .filter(name => name in labels)
    .sort()
    .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8'), pairs: labels[name]! }));
}
