import assert from 'node:assert/strict';
import { parse } from '../../../server/src/core/syntax/parse.js';

/** Lines, and how they are read: | for the blanks that are. */
const READ: readonly (readonly [source: string, read: string])[] = [
  // Which of the articles.
  ['《甲法》 第 三 条 第一款 规定：', '《甲法》第三条第一款规定：'],
  ['《甲法》\u00a0第　九十 九　条', '《甲法》第九十九条'],
  ['第 （二） 项、第 12 条', '第（二）项、第12条'],
  ['第三条之一 第二款', '第三条之一第二款'],
  ['民法典 物权编第三条', '民法典物权编第三条'],
  ['第   条，第 号', '第|||条，第|号'],
  // Numbers of headings and points.
  ['一 、基本情况', '一、基本情况'],
  ['一、 基本情况', '一、基本情况'],
  ['一． 基本情况', '一、基本情况'],
  ['（ 一 ） 基本情况', '（一）基本情况'],
  ['1. 甲', '1.甲'],
  ['1. 5', '1.|5'],
  ['第一章  总则', '第一章|总则'],
  // Digits set apart, and not.
  ['由2 4 8 亿元增加到3 1 6 亿元', '由248亿元增加到316亿元'],
  ['5 258件，321 146人', '5258件，321146人'],
  ['2024 12 31', '2024|12|31'],
  ['36 — 45 岁，120 km', '36—45岁，120km'],
  ['18, 25, 40万元', '18，25，40万元'],
  // Letters of a title set apart.
  ['政 府 工 作 报 告', '政府工作报告'],
  ['年　度　工　作　总　结', '年度工作总结'],
  ['目  录', '目录'],
  ['年 月 日', '年|月|日'],
  ['第 号', '第|号'],
  ['第一 统一 思想', '第一|统一|思想'],
  // Around digits, Latin and marks.
  ['共有 120 个， 其中 A 类 3 个', '共有120个，其中A类3个'],
  ['占 %，党员 名', '占|%，党员|名'],
  ['党员 * 名， ____ 人，XX 县', '党员*名，____人，XX县'],
  ['共有    人，20  年  月', '共有||||人，20||年||月'],
  ['关于 《甲法》 的 “乙” 说', '关于《甲法》的“乙”说'],
  ['西接 ，南临 ，', '西接|，南临|，'],
  ['（ 甲 ）【 乙 】（  ）〔20 〕', '（甲）【乙】（||）〔20|〕'],
  // A blank in a word is no room for a number.
  ['具备条　件，认购股 份，单位公 章', '具备条件，认购股份，单位公|章'],
  ['  甲  ', '甲'],
  ['| 甲 |  乙 |', '| 甲 |  乙 |'.replace(/ /g, '')],
];

describe('the blanks of a line', () => {
  for (const [source, read] of READ)
    it(`${source} → ${read}`, () => {
      const text = parse(source).reading.text;
      assert.equal(source.startsWith('|') ? text : text.replaceAll(' ', '|'), read);
    });
});
