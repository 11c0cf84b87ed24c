/**
 * What `policydoc init` writes, by name. Where the program comes from is for the team to say, in its package-lock.json, which pins
 * version and digest: a name alone would be whoever registers it first. Nothing here fetches a package that is not there.
 */

export { NEW_CONFIG as CONFIG } from '../../host/config-edit.js';

export const IGNORE = `# 不检查的文件，写法同 .gitignore，例如 / files not to check, written as in .gitignore, such as
# 归档/
# *.draft.md
`;

const INSTALL = 'npm ci --ignore-scripts --no-audit --no-fund';
/** Ends its options: a file may have the name of one. */
const CHECK = 'npx --no-install policydoc check --no-progress';

export const GITHUB = `name: policydoc
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 20
      - name: Install
        run: ${INSTALL}
      - name: Check
        run: ${CHECK} --format github --
`;

export const GITLAB = `policydoc:
  image: node:20
  script:
    - ${INSTALL}
    - ${CHECK} --format pretty --format gitlab=gl-code-quality-report.json --format junit=policydoc-junit.xml --
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: policydoc-junit.xml
`;

export const PRE_COMMIT = `repos:
  - repo: local
    hooks:
      - id: policydoc
        name: policydoc
        entry: ${CHECK} --detect --
        language: system
        types: [text]
        files: \\.(md|markdown|txt)$
        require_serial: true
`;
