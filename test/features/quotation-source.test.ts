import assert from 'node:assert/strict';
import { quotationSourceAt } from '../../server/src/features/quotation-source.js';
import { analysisOf } from '../harness/analysis.js';
import { unmark } from '../harness/marks.js';

/** A text with the cursor, and the text once the source is named; null where none may be offered. */
const CASES: readonly (readonly [what: string, text: string, named: string | null])[] = [
  [
    'words of exactly one article',
    '要做到“调查应当深入基层，听取群众意见，‸不得增加基层负担”。',
    '要做到“调查应当深入基层，听取群众意见，不得增加基层负担”（《中华人民共和国示例法》第四条）。',
  ],
  [
    'as precise as the words allow',
    '“问卷应当写明用途，回收80%以上。‸”',
    '“问卷应当写明用途，回收80%以上。”（《中华人民共和国示例法》第五条第二款）',
  ],
  ['one character is not the provision’s', '要做到“调查应当深入基层，听取群众意愿，‸不得增加基层负担”。', null],
  [
    'words of two regulations, one of them repealed',
    '“发放问卷应当事先征得调查对象同意。‸”',
    '“发放问卷应当事先征得调查对象同意。”（《示例问卷管理条例》第三条）',
  ],
  ['words of two regulations in force', '“本办法自发布之日起施行。‸”', null],
  ['words of an older edition', '“问卷应当写明用途，回收70%以上。‸”', null],
  [
    'words of the edition in force on the day of the report',
    '---\ndate: 2018-05-01\n---\n“问卷应当写明用途，回收70%以上。‸”',
    '---\ndate: 2018-05-01\n---\n“问卷应当写明用途，回收70%以上。”（《中华人民共和国示例法》第四条第二款）',
  ],
  ['words of two articles', '“不得增加基层负担，应当保护个人信息。‸”', null],
  ['no words', '“…………‸…………”', null],
  ['too short to be told from a phrase', '要做到“听取群众‸意见”。', null],
  [
    'a citation names the source already',
    '《中华人民共和国示例法》第四条规定：“调查应当深入基层，听取群众意见，‸不得增加基层负担。”',
    null,
  ],
  ['the cursor is outside', '要做到“调查应当深入基层，听取群众意见，不得增加基层负担”，持之以‸恒。', null],
  ['no closing mark', '要做到“调查应当深入基层，听取群众意见，‸不得增加基层负担。', null],
];

describe('the source of an uncited quotation', () => {
  for (const [what, marked, named] of CASES) {
    it(what, () => {
      const { text, cursor } = unmark(marked);
      const source = quotationSourceAt(analysisOf(text), cursor!);
      assert.equal(source && text.slice(0, source.edit.start) + source.edit.text + text.slice(source.edit.end), named);
    });
  }
});
