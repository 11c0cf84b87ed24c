import assert from 'node:assert/strict';
import { analyze } from '../../server/src/core/analyze.js';
import { folding } from '../../server/src/features/folding.js';
import { documentSymbols, type OutlineSymbol } from '../../server/src/features/document-symbols.js';
import { SAMPLE_INDEX } from './sample-index.js';

const BARE = `关于机关党建的调研报告
一、基本情况
共有党员*人。
二、存在的问题
主要有以下问题：
一是制度不健全。有的单位没有制度。
二是人手不足。
三、对策建议
（一）健全制度。一是定计划；二是抓落实。
（二）充实人手。
`;

const MARKDOWN = `---
title: 关于机关党建的调研报告
---
# 一、基本情况

共有党员*人。

# 二、存在的问题

## （一）制度不健全

有的单位没有制度。

# 三、对策建议

一是健全制度。
`;

const analysisOf = (text: string) => analyze(text, { index: SAMPLE_INDEX, settings: { rules: {} } });
const outline = (entries: readonly OutlineSymbol[], depth = 0): string[] =>
  entries.flatMap(({ name, kind, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail ? ` [${detail['zh-CN']} ${detail.en}]` : ''}`,
    ...outline(children, depth + 1),
  ]);
const folds = (text: string): string[] => {
  const analysis = analysisOf(text);
  const { lines } = analysis.model;
  return folding(analysis).map(({ start, end, kind }) => `${kind} ${lines.at(start).line}–${lines.at(end).line}`);
};

describe('symbols', () => {
  it('nests points in bare sections', () =>
    assert.deepEqual(outline(documentSymbols(analysisOf(BARE))), [
      'section 关于机关党建的调研报告',
      '  section 一、基本情况 [ overview]',
      '  section 二、存在的问题 [ problems]',
      '    point 一是制度不健全',
      '    point 二是人手不足',
      '  section 三、对策建议 [ countermeasures]',
      '    section （一）健全制度',
      '      point 一是定计划',
      '      point 二是抓落实',
      '    section （二）充实人手',
    ]));

  it('reads Markdown headings the same way', () =>
    assert.deepEqual(outline(documentSymbols(analysisOf(MARKDOWN))), [
      'section 一、基本情况 [ overview]',
      'section 二、存在的问题 [ problems]',
      '  section （一）制度不健全',
      'section 三、对策建议 [ countermeasures]',
      '  point 一是健全制度',
    ]));

  it('tells a part that does not say it itself', () =>
    assert.deepEqual(outline(documentSymbols(analysisOf(BARE.replace('存在的问题', '主要短板')))).slice(2, 3), [
      '  section 二、主要短板 [问题 problems]',
    ]));

  it('keeps every child and every selection inside its entry', () => {
    const check = (entries: readonly OutlineSymbol[]): void => {
      for (const { start, end, selection, children } of entries) {
        for (const inner of [selection, ...children]) assert.ok(start <= inner.start && inner.end <= end);
        check(children);
      }
    };
    for (const text of [BARE, MARKDOWN, BARE.replaceAll('\n', '\r\n')]) check(documentSymbols(analysisOf(text)));
  });
});

describe('folding', () => {
  it('folds bare sections', () =>
    assert.deepEqual(folds(BARE), ['section 1–10', 'section 2–3', 'section 4–7', 'section 8–10']));

  it('folds front matter and Markdown sections without their trailing blank lines', () =>
    assert.deepEqual(folds(MARKDOWN), [
      'front-matter 1–3',
      'section 4–6',
      'section 8–12',
      'section 10–12',
      'section 14–16',
    ]));
});
