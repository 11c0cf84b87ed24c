import type { Issue } from 'codeclimate-types';
import type { Severity } from '../../core/rules/rule.js';
import { printable } from '../../core/text/printable.js';
import { digest } from '../../host/digest.js';
import { plainMarkdown } from '../../review/escape.js';
import { json } from '../inert.js';
import type { Format } from './format.js';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  Issue['severity']
>;

const write: Format['write'] = ({ files }, { inRepository }) => {
  const issues = files.flatMap(({ file, findings }) =>
    findings.map(
      ({ rule, severity, message, reason, startLine, endLine, fingerprint }): Issue => ({
        type: 'issue',
        check_name: rule,
        description: printable(message),
        // Of an issue this alone is Markdown.
        content: { body: plainMarkdown(reason) },
        categories: ['Bug Risk'],
        severity: SEVERITY[severity],
        // GitLab shows one of those with the same fingerprint, so the file is part of it.
        fingerprint: digest(`${inRepository(file)}\n${fingerprint}`).slice(0, 32),
        location: { path: inRepository(file), lines: { begin: startLine, end: endLine } },
      }),
    ),
  );
  return json(issues);
};

/** The Code Quality report of GitLab: Code Climate issues, of which it reads the description, the place, the severity. */
export const gitlab: Format = {
  write,
  mark: /^\[\](?:\s|$)|^\[\s{0,9}\{\s{0,9}"type": "issue",\s{0,9}"check_name": "/,
};
