import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as actions from '@actions/core';
import type { Issue } from 'codeclimate-types';
import { parse } from 'junit2json';
import type { Log } from 'sarif';
import { anyFormatMark, FORMAT_NAMES, FORMATS } from '../../server/src/cli/formats/formats.js';
import type { Report } from '../../server/src/cli/report/report.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { folderWith, type Files } from '../host/folder.js';
import { CLEAN, FLAWED, NOTE, policydoc, RULE, type World } from './harness.js';

/** Findings of three severities, fixes, names and words that every format has to write in its own way. */
const HARD = `---
title: 'a,b: 100% <c>'
---
# 关于"基层|党建"<b>工作</b>的调研报告

一、基本情况
现有党员*人，占%，|根据《中国共产党党和国家机关基层组织工作条例》第二十九条规定：“机关专职党务工作人员的配备，一般占机关工作人员总数的百分之一至百分之二 & <左右>”。
根据《中华人民共和国民法典》第九千条、《某某管理办法》第三条、《中国共产党党和国家机关基层组织工作条列》第三条办理。
`;
const FILES: Files = { 'a.md': CLEAN, 'b/甲 乙,100%:.md': HARD, 'c.md': FLAWED };

async function written(
  format: string,
  files: Files = FILES,
  args: readonly string[] = [],
  world: World = {},
): Promise<{ out: string; report: Report; code: number }> {
  const folder = folderWith(files);
  const [ran, json] = [
    await policydoc(folder, ['check', '--format', format, ...args], world),
    await policydoc(folder, ['check', '--format', 'json', ...args], world),
  ];
  assert.deepEqual([ran.err, json.err, ran.code], ['', '', json.code]);
  return { out: ran.out, report: JSON.parse(json.out) as Report, code: ran.code };
}

const findingsOf = ({ files }: Report) =>
  files.flatMap(({ file, findings }) => findings.map(finding => ({ file, ...finding })));

/** An old module among ours. */
const require = createRequire(import.meta.url);

describe('the format sarif', () => {
  it('is valid by the official schema, also without findings', async () => {
    // The schema is of draft 4, so it takes the ajv of draft 4.
    const Ajv = (require('ajv-draft-04') as { default: new (options: object) => import('ajv').Ajv }).default;
    const formats = (require('ajv-formats') as { default: (ajv: unknown) => void }).default;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formats(ajv);
    const schema = JSON.parse(
      readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
    ) as object;
    const validate = ajv.compile(schema);
    for (const files of [FILES, { 'a.md': CLEAN }]) {
      const { out } = await written('sarif', files);
      assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors, null, 2));
    }
    assert.equal(validate({ version: '2.1.0', runs: [{}] }), false, 'the schema does refuse');
  });

  it('says what the report says, in order', async () => {
    const { out, report } = await written('sarif');
    const [run] = (JSON.parse(out) as Log).runs;
    assert.equal(run!.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run!.tool.driver.rules!.map(({ id }) => id),
      RULES.map(({ id }) => id),
    );
    assert.ok(
      run!.tool.driver.rules!.every(({ help, shortDescription }) => help!.text !== '' && shortDescription!.text !== ''),
    );
    const level = { error: 'error', warning: 'warning', info: 'note' } as const;
    assert.deepEqual(
      run!.results!.map(result => {
        const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
        return [
          decodeURIComponent(artifactLocation!.uri!),
          result.ruleId,
          RULES[result.ruleIndex!]!.id,
          result.level,
          region,
          result.partialFingerprints!['policydoc/v1'],
          result.fixes?.length ?? 0,
        ];
      }),
      findingsOf(report).map(
        ({ file, rule, severity, start, end, startLine, startColumn, endLine, endColumn, fingerprint, fixes }) => [
          file,
          rule,
          rule,
          level[severity],
          { startLine, startColumn, endLine, endColumn, charOffset: start, charLength: end - start },
          fingerprint,
          fixes.length,
        ],
      ),
    );
    assert.ok(run!.results!.some(({ fixes }) => fixes));
    assert.equal(
      new Set(
        run!.results!.map(
          ({ locations, partialFingerprints: id }) =>
            `${locations![0]!.physicalLocation!.artifactLocation!.uri} ${id!['policydoc/v1']}`,
        ),
      ).size,
      run!.results!.length,
      'fingerprints are unique',
    );
  });

  it('keeps the fingerprint of a line that moved, and not of one whose words changed', async () => {
    const prints = async (text: string): Promise<string[]> =>
      findingsOf((await written('sarif', { 'a.md': text })).report).map(({ fingerprint }) => fingerprint);
    const [before] = await prints(FLAWED);
    assert.deepEqual(await prints(FLAWED.replace('一、', '先说一句。\n\n一、')), [before]);
    assert.notDeepEqual(await prints(FLAWED.replace('合同应当履行', '合同必须履行')), [before]);
    assert.equal(new Set(await prints(FLAWED.repeat(3))).size, 3);
  });
});

describe('the format github', () => {
  it('writes annotations exactly as the toolkit of GitHub does', async () => {
    const { out, report } = await written('github');
    const annotations = out.split('\n').filter(line => line.startsWith('::'));
    const order = ['error', 'warning', 'info'];
    const expected = findingsOf(report).sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    assert.ok(new Set(expected.map(({ severity }) => severity)).size === 3, 'all severities');
    assert.deepEqual(
      annotations,
      expected.map(it => byToolkit(it)),
    );
  });

  it('writes ten of a severity, the gravest first, and says how many are left', async () => {
    const { out, report } = await written('github', { 'a.md': `${FLAWED}${'现有党员*人。\n'.repeat(25)}` });
    const lines = out.split('\n');
    assert.equal(lines.filter(line => line.startsWith('::error ')).length, 1);
    assert.equal(lines.filter(line => line.startsWith('::warning ')).length, 10);
    assert.ok(lines[0]!.startsWith('::error '));
    assert.match(out, new RegExp(`\n另有 ${findingsOf(report).length - 11} 个问题未作标注`));
  });

  it('adds a summary in Markdown where GitHub names a file for it', async () => {
    const folder = folderWith({ ...FILES, 'summary.md': '# 前一步\n' });
    const { code, err } = await policydoc(folder, ['check', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
    });
    const page = readFileSync(join(folder, 'summary.md'), 'utf8');
    assert.deepEqual([code, err], [1, '']);
    assert.match(page, /^# 前一步\n# 政策文稿检查\n/);
    assert.match(page, /\| 7:5 \| 警告 \| .* \| `placeholder-unfilled` \|/);
  });

  it('names files from the root of the repository', async () => {
    const folder = folderWith({ 'docs/a.md': FLAWED });
    const { out } = await policydoc(join(folder, 'docs'), ['check', '--format', 'github'], {
      env: { GITHUB_WORKSPACE: folder },
    });
    assert.match(out, /^::error title=citation-article-absent,file=docs\/a\.md,/);
  });

  /** What `@actions/core` prints for a finding. */
  function byToolkit({
    file,
    rule,
    severity,
    message,
    reason,
    startLine,
    startColumn,
    endLine,
    endColumn,
  }: ReturnType<typeof findingsOf>[number]): string {
    const say = { error: actions.error, warning: actions.warning, info: actions.notice }[severity];
    const [write, said] = [process.stdout.write, [] as string[]];
    process.stdout.write = ((text: string) => {
      said.push(text);
      return true;
    }) as typeof process.stdout.write;
    try {
      say(`${message}\n${reason}`, {
        title: rule,
        file,
        startLine,
        endLine,
        ...(startLine === endLine && { startColumn, endColumn }),
      });
    } finally {
      process.stdout.write = write;
    }
    return said.join('').trimEnd();
  }
});

describe('the format gitlab', () => {
  it('is a list of Code Climate issues with unique fingerprints', async () => {
    const { out, report } = await written('gitlab', { ...FILES, 'd.md': FLAWED });
    // The type is that of codeclimate-types; the fields read by GitLab are asked for one by one.
    const issues = JSON.parse(out) as Issue[];
    const severity = { error: 'major', warning: 'minor', info: 'info' };
    assert.deepEqual(
      issues.map(({ check_name, description, severity: grade, location }) => [
        check_name,
        description,
        grade,
        location,
      ]),
      findingsOf(report).map(it => [
        it.rule,
        it.message,
        severity[it.severity],
        { path: it.file, lines: { begin: it.startLine, end: it.endLine } },
      ]),
    );
    assert.ok(issues.every(({ description }) => !description.includes('\n')));
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });

  it('is an empty list without findings', async () => {
    assert.equal((await written('gitlab', { 'a.md': CLEAN })).out, '[]\n');
  });
});

describe('the format junit', () => {
  it('is read by a parser as the report', async () => {
    for (const [failOn, failing] of [
      ['error', ['error']],
      ['info', ['error', 'warning', 'info']],
    ] as const) {
      const { out, report } = await written('junit', FILES, ['--fail-on', failOn]);
      const suites = (await parse(out)) as {
        tests: number;
        failures: number;
        testsuite: {
          name: string;
          tests: number;
          failures: number;
          testcase: { classname: string; name: string; failure?: { type: string; message: string }[] }[];
        }[];
      };
      assert.deepEqual(
        suites.testsuite.map(({ name }) => name),
        report.files.map(({ file }) => file),
      );
      suites.testsuite.forEach((suite, i) => {
        const { file, findings } = report.files[i]!;
        const fails = findings.filter(it => (failing as readonly string[]).includes(it.severity));
        assert.equal(suite.tests, Math.max(1, findings.length));
        assert.equal(suite.testcase.length, suite.tests);
        assert.ok(suite.testcase.every(({ classname }) => classname === file));
        assert.equal(suite.failures, fails.length);
        assert.deepEqual(
          suite.testcase.flatMap(({ failure = [] }) => failure.map(it => [it.type, it.message])),
          fails.map(it => [it.rule, it.message]),
        );
      });
      assert.equal(
        suites.tests,
        suites.testsuite.reduce((all, { tests }) => all + tests, 0),
      );
      assert.equal(
        suites.failures,
        suites.testsuite.reduce((all, { failures }) => all + failures, 0),
      );
    }
  });
});

describe('the format markdown', () => {
  it('has a table row for each finding and lets no word of the draft be Markdown', async () => {
    const { out, report } = await written('markdown');
    const rows = out.split('\n').filter(line => /^\| \d/.test(line));
    assert.equal(rows.length, findingsOf(report).length);
    assert.ok(
      rows.every(row => row.match(/(?<!\\)\|/g)!.length === 5),
      out,
    );
    assert.doesNotMatch(out, /(?<!\\)[<*]/);
    assert.match(out, /\n- 引用核对：.*\n/);
  });
});

describe('several formats', () => {
  it('go each to its own file, one to standard output', async () => {
    const folder = folderWith(FILES);
    mkdirSync(join(folder, 'out'));
    const alone = async (format: string): Promise<string> =>
      (await policydoc(folder, ['check', '--format', format])).out;
    const { code, out, err } = await policydoc(
      folder,
      [
        'check',
        '--format',
        'pretty',
        '--format',
        'sarif=out/a.sarif',
        '--format',
        'junit=out/b.xml',
        '--format=markdown=out/c',
      ],
      { env: { FORCE_COLOR: '1' } },
    );
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /\x1b\[/);
    assert.deepEqual(readdirSync(join(folder, 'out')), ['a.sarif', 'b.xml', 'c']);
    assert.equal(readFileSync(join(folder, 'out/a.sarif'), 'utf8'), await alone('sarif'));
    assert.equal(readFileSync(join(folder, 'out/b.xml'), 'utf8'), await alone('junit'));
  });

  it('leave standard output empty when each has a file', async () => {
    const folder = folderWith(FILES);
    assert.deepEqual(await policydoc(folder, ['check', '--format', 'json=a.json']), { code: 1, out: '', err: '' });
    assert.deepEqual(await policydoc(folder, ['check', '--format', 'json', '--output-file', 'b.json']), {
      code: 1,
      out: '',
      err: '',
    });
    assert.equal(readFileSync(join(folder, 'a.json'), 'utf8'), readFileSync(join(folder, 'b.json'), 'utf8'));
  });

  it('never colour a file', async () => {
    const folder = folderWith(FILES);
    await policydoc(folder, ['check', '--output-file', 'a.log'], { env: { FORCE_COLOR: '1' }, isTTY: true });
    assert.equal(readFileSync(join(folder, 'a.log'), 'utf8'), (await policydoc(folder, ['check'])).out);
  });

  const WRONG: readonly [string, string[], RegExp][] = [
    ['two for standard output', ['--format', 'json', '--format', 'sarif'], /标准输出只能用一种格式，现有 json、sarif/],
    [
      'a folder that is missing',
      ['--format', 'sarif=no/a.sarif'],
      /^policydoc: no\/a\.sarif：无法写入：所在文件夹不存在\n$/,
    ],
    ['a folder for a file', ['--output-file', 'b'], /^policydoc: b：无法写入：同名的文件夹已存在\n$/],
    ['one file twice', ['--format', 'sarif=a', '--format', 'json=./a'], /两种格式写入同一文件/],
    [
      '--output-file without a format for it',
      ['--format', 'sarif=a', '--output-file', 'c'],
      /--output-file 用于未指明文件的格式/,
    ],
    [
      'an unknown format into a file',
      ['--format', 'xml=a'],
      /选项 --format <FORMAT> 的值不可用；可用的有：pretty, compact, summary, json, sarif/,
    ],
    ['a file without a name', ['--format', 'json='], /选项 --format <FORMAT> 的值不可用/],
  ];
  for (const [name, args, message] of WRONG) {
    it(`refuse ${name}, before anything is done`, async () => {
      const folder = folderWith(FILES);
      const { code, out, err } = await policydoc(folder, ['check', ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b', 'c.md']);
    });
  }

  it('end with 2 and leave no half of a file when one cannot be written', async function () {
    if (process.platform === 'win32' || (process.geteuid?.() === 0 && !existsSync('/dev/full'))) this.skip();
    const folder = folderWith(FILES);
    const summary = process.platform === 'linux' ? '/dev/full' : join(folder, 'no/summary');
    writeFileSync(join(folder, 'a.json'), 'before');
    const { code, err } = await policydoc(
      folder,
      ['check', '--force', '--format', 'github', '--format', 'json=a.json'],
      { env: { GITHUB_STEP_SUMMARY: summary } },
    );
    assert.equal(code, 2);
    assert.match(err, /磁盘空间不足|所在文件夹不存在/);
    assert.equal(
      (JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as Report).version,
      1,
      'the others are whole',
    );
  });

  it('say the same of notes that are no reports', async () => {
    const folder = folderWith({ 'a.md': NOTE, 'b.md': FLAWED });
    for (const format of ['json', 'sarif', 'gitlab', 'junit', 'markdown', 'github']) {
      const { out } = await policydoc(folder, ['check', '--format', format]);
      assert.ok(out.includes(RULE) && !out.includes('a.md'), format);
    }
  });
});

describe('a file in a format', () => {
  for (const format of FORMAT_NAMES)
    it(`is known as ours in ${format}, and written over`, async () => {
      for (const files of [FILES, { 'a.md': CLEAN }]) {
        const folder = folderWith(files);
        const args = ['check', '--output-file', 'out', '--format', format];
        await policydoc(folder, args);
        const first = readFileSync(join(folder, 'out'), 'utf8');
        const again = await policydoc(folder, [...args, '--quiet']);
        assert.equal(again.err, '');
        assert.match(first, await anyFormatMark());
        assert.match(first, (await FORMATS[format]()).mark);
      }
    });

  it('of somebody else is not', async () => {
    for (const other of [
      '# 关于党建的调研报告\n',
      '{"version": 1}\n',
      '[1]\n',
      '<?xml version="1.0"?>\n<testsuites/>\n',
    ]) {
      const folder = folderWith({ 'a.md': CLEAN, out: other });
      const { code, err } = await policydoc(folder, ['check', '--format', 'json=out', 'a.md']);
      assert.equal(code, 2);
      assert.match(err, /--force/);
      assert.equal(readFileSync(join(folder, 'out'), 'utf8'), other);
    }
  });
});

describe('what the program has to say of itself', () => {
  for (const format of FORMAT_NAMES) {
    it(`is not in the format ${format}, nor on standard output`, async () => {
      const folder = folderWith(FILES);
      const plain = await policydoc(folder, ['check', '--format', format]);
      // A cache where there cannot be one is told, and changes nothing else.
      const noted = await policydoc(folder, ['check', '--format', format, '--cache-location', 'a.md/cache']);
      assert.deepEqual({ ...noted, err: '' }, plain);
      assert.match(noted.err, /^policydoc: .+\n$/);
    });
  }
});
