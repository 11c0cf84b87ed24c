import assert from 'node:assert/strict';
import { analysisOf } from '../harness/analysis.js';

describe('a text is a report', () => {
  const cases: [what: string, text: string, sign: string][] = [
    ['by its title', '# 关于示例工作的调研报告\n', 'title'],
    ['by its title without #', '关于示例工作的调研报告\n一、甲\n', 'title'],
    ['by its title with a remark', '# 示例工作调研报告（征求意见稿）\n', 'title'],
    ['by the second line of its title', '做好示例工作 服务发展大局\n——关于示例县示例工作的调研报告\n一、甲\n', 'title'],
    ['by a title that begins with what it is', '调研报告：示例工作存在问题的原因分析及对策建议\n一、甲\n', 'title'],
    ['by a title with half-width brackets', '示例工作调研报告(征求意见稿)\n一、甲\n', 'title'],
    ['by a title with a name to be filled in', 'XX县××镇示例工作调研报告\n一、甲\n', 'title'],
    ['of an inspection', '# 示例县督查情况报告\n', 'title'],
    ['by the title in the front matter', '---\ntitle: 示例工作调查报告\n---\n甲。\n', 'title'],
    [
      'by a title in 调研, and its points',
      '示例县养老服务调研\n\n一是甲。二是乙。\n\n建议：\n一是丙。二是丁。\n',
      'title',
    ],
    ['by a title in 调研, and its parts', '# 示例县养老服务的调研与思考\n\n## 一、甲\n\n## 二、乙\n', 'title'],
    ['by its sections', '一、基本情况\n甲。\n二、存在的问题\n乙。\n', 'sections'],
    ['by its sections in Markdown', '## 现状\n\n## 对策建议\n', 'sections'],
    ['because it says so', '---\npolicydoc: true\n---\n# README\n', 'front-matter'],
  ];
  for (const [what, text, sign] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(analysisOf(text).model.genre, { isReport: true, sign }));
  }
});

describe('a text is no report', () => {
  const cases: [what: string, text: string, sign: string][] = [
    ['when it is empty', '', 'none'],
    ['when it is a README', '# 甲工具\n\n## 安装\n\n## 使用\n', 'none'],
    ['when it only speaks of one', '我们读了调研报告，很有收获。\n', 'none'],
    ['when it has one such section', '# 笔记\n\n## 存在的问题\n', 'none'],
    ['when it has neither problems nor countermeasures', '## 背景\n\n## 原因分析\n', 'none'],
    ['when its title alone speaks of an inquiry', '# 竞品功能调研\n\n1. 甲\n2. 乙\n\n## 结论\n', 'none'],
    ['when 调研 stands in its text', '甲。\n示例县养老服务调研\n\n一是甲。二是乙。三是丙。四是丁。\n', 'none'],
    ['when it says so', '---\npolicydoc: false\n---\n# 示例工作调研报告\n', 'front-matter'],
  ];
  for (const [what, text, sign] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(analysisOf(text).model.genre, { isReport: false, sign }));
  }
});
