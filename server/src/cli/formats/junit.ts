import XMLBuilder from 'fast-xml-builder';
import type { Severity } from '../../core/rules/rule.js';
import type { FileReport, ReportFinding } from '../report/report.js';
import { printable } from '../../core/text/printable.js';
import { markup } from '../inert.js';
import type { Format } from './format.js';
import { SEVERITY } from '../../features/wording.js';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

const write: Format['write'] = ({ files, locale }, { failOn, inRepository }) => {
  const fails = ({ severity }: ReportFinding): boolean => RANK[severity] >= RANK[failOn];
  const suites = files.map(file => suite(file, inRepository(file.file), fails));
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
  });
  return markup(
    `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({
      testsuites: {
        '@name': 'policydoc',
        '@tests': suites.reduce((all, it) => all + it['@tests'], 0),
        '@failures': suites.reduce((all, it) => all + it['@failures'], 0),
        '@errors': 0,
        testsuite: suites,
      },
    })}`,
  );

  function suite({ findings }: FileReport, name: string, isFailure: (finding: ReportFinding) => boolean) {
    return {
      '@name': printable(name),
      '@tests': Math.max(1, findings.length),
      '@failures': findings.filter(isFailure).length,
      '@errors': 0,
      '@skipped': 0,
      '@time': 0,
      testcase:
        findings.length === 0
          ? [{ '@classname': printable(name), '@name': 'policydoc', '@time': 0 }]
          : findings.map(finding => testcase(finding, name, isFailure(finding))),
    };
  }

  function testcase(
    { rule, severity, message, reason, startLine, startColumn, excerpt }: ReportFinding,
    name: string,
    isFailure: boolean,
  ) {
    const details =
      printable(`${startLine}:${startColumn} ${SEVERITY[severity][locale]} ${message} ${reason}`) +
      `\n${printable(excerpt.line)}`;
    return {
      '@classname': printable(name),
      '@name': printable(`${rule} ${startLine}:${startColumn} ${message}`),
      '@time': 0,
      ...(isFailure
        ? { failure: { '@type': printable(rule), '@message': printable(message), '#text': details } }
        : { 'system-out': details }),
    };
  }
};

/**
 * JUnit XML: a suite for each file, a case for each finding, failed where `--fail-on` says so; the others pass and say
 * what they are in their output. A file without findings is one case that passed.
 */
export const junit: Format = { write, mark: /^<\?xml[^>]{0,99}>\s{0,9}<testsuites name="policydoc"/ };
