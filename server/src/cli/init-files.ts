import packageJson from '../../package.json' with { type: 'json' };

/** What `policydoc init` writes, by name. The version of the program is pinned: a new one may find more. */

const PACKAGE = `policydoc@${packageJson.version}`;

export const CONFIG = `{
  "reports": "auto",
  "ignore": [],
  "rules": {}
}
`;

export const IGNORE = `# 不检查的文件，写法同 .gitignore，例如 / files not to check, written as in .gitignore, such as
# 归档/
# *.draft.md
`;

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
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - name: Check
        run: npx --yes ${PACKAGE} check --no-progress --format github
`;

export const GITLAB = `policydoc:
  image: node:20
  script:
    - npx --yes ${PACKAGE} check --no-progress --format pretty --format gitlab=gl-code-quality-report.json --format junit=policydoc-junit.xml
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
        entry: policydoc check --detect --no-progress
        language: node
        additional_dependencies: ['${PACKAGE}']
        types: [text]
        files: \\.(md|markdown|txt)$
        require_serial: true
`;
