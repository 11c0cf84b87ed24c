import { msg, type Message } from '../../core/message.js';

export const COMPARE_HELP = {
  compare: msg(
    '比较两稿：问题改了哪些，数字、引用有何改动',
    'compare two drafts: findings solved, new and left; figures and citations that changed',
  ),
  more: msg(
    '不需要 Git。按文字比较，不按位置：挪动段落不算改动。数字只比较名称和单位各只出现一次的。\n\n退出码：0 修改稿没有新增的问题，1 有，2 未比较：文稿不可用或用法有误。',
    'Needs no Git. Things are told apart by their words, not by where they stand. Of figures those are compared whose name and unit stand once in each.\n\nExit codes: 0 the second draft has no new finding, 1 it has, 2 not compared: a draft or the usage is wrong.',
  ),
  before: msg('原稿（.md、.txt、.docx）', 'the first draft (.md, .txt, .docx)'),
  after: msg('修改稿（.md、.txt、.docx）', 'the second draft (.md, .txt, .docx)'),
} satisfies Record<string, Message>;
