import { msg, type Message } from '../core/message.js';

/** What an agent is told of the tools. */
export const TOOLS = {
  check_report: msg(
    '检查一篇调研报告（Markdown 或纯文本全文）：列出未填的空缺、前后矛盾或算错的数字、错误或过时的法规引用、没有对策的问题，并说明哪些未核对。只读不写。',
    'Checks a Chinese policy report (the whole text, Markdown or plain): blanks, figures that contradict each other, wrong or outdated citations of regulations, problems without a countermeasure, and what was not checked. Writes nothing.',
  ),
  verify_citation: msg(
    '核对一句话里的法规引用和引文：条款是否存在、现行有效、引文是否与原文一致、现在在哪一条。写入报告之前先问；给出整句，如“《中国共产党纪律处分条例》第八条规定：‘……’”。只读不写。',
    'Verifies the citations and quotations of a sentence: whether the provision exists and is in force, whether the words quoted stand there, and where they stand now. Ask before writing one into a report, with the whole sentence. Writes nothing.',
  ),
  find_provision: msg(
    '按原文词句查条款：现行法规中哪一条、哪一款写有这些分句（逐字相同，标点不计）。只读不写。',
    'Finds provisions by their words: which articles in force hold these clauses, word for word, punctuation aside. Writes nothing.',
  ),
  list_editions: msg(
    '列出一部法规的各个版本：通过和施行日期、是否现行、被什么废止。名称可用全称或简称。只读不写。',
    'Lists the editions of a regulation by its full or customary name: dates, what is in force, what repealed it. Writes nothing.',
  ),
  list_blanks: msg(
    '列出文稿中的空缺（XX、____、{{党员数|人}} 等）及各自的名称，供 fill_blanks 填写。只读不写。',
    'Lists the blanks of a draft (XX, ____, {{党员数|人}} …) with the names by which fill_blanks takes their values. Writes nothing.',
  ),
  fill_blanks: msg(
    '把核实过的数据填入文稿的空缺，返回填好的全文；有任何一项不合适则一项都不填。不写文件。数据须有来源，不得编造。',
    'Puts verified values into the blanks of a draft and returns the whole text; with any misfit none is filled in. Writes no file. Values must come from a source: never make one up.',
  ),
} satisfies Record<string, Message>;

export const ARGUMENTS = {
  text: msg('文稿全文', 'the whole text of the draft'),
  sentence: msg(
    '含有引用的句子，连同书名号、条款和引文',
    'the sentence with the citation, its 《》, its provision and any quotation',
  ),
  date: msg(
    '按哪一天的法规判断，如 2026-03-01；省略则按数据截止日',
    'the day for which regulations are judged, such as 2026-03-01; by default that of the data',
  ),
  words: msg('要查的原文，一个或几个完整的分句', 'words of the provision: one or several whole clauses'),
  name: msg('法规名称，全称或简称，可带书名号', 'name of the regulation, full or customary, with or without 《》'),
  values: msg('空缺名称（list_blanks 的 name）与值', 'values by the names that list_blanks gives'),
} satisfies Record<string, Message>;

export const INSTRUCTIONS: Message = msg(
  '起草或修改调研报告时：写入法规引用之前用 verify_citation 或 find_provision 核对，不凭记忆写条款号；成稿后用 check_report 检查。notChecked 列出的事项未经核对，须如实告诉使用者，不得说成“正确”。',
  'When drafting or revising a policy report: verify each citation with verify_citation or find_provision before writing it, never write an article number from memory, and run check_report on the finished text. What notChecked lists has not been checked: tell the user so, and never call it correct.',
);

export const MCP = {
  text: msg('文稿', 'the text'),
  noCitation: msg('没有识别到法规引用，什么也没有核对', 'no citation was recognised: nothing has been checked'),
  tooShort: msg('文字太短，不足以查找：至少七个字', 'too few words to look for: seven characters at least'),
  wholeClauses: msg(
    '只查逐字相同的完整分句；没有查到，不等于没有这样的规定',
    'only whole clauses, word for word, are found: none found does not mean that there is no such provision',
  ),
  beyond: (asOf: string): Message =>
    msg(
      `${asOf} 之后法规的修改和废止，以及数据未收录的法规`,
      `what was amended or repealed after ${asOf}, and regulations that the data lack`,
    ),
  unknownName: msg(
    '法规数据中没有这个名称，不等于没有这部法规',
    'the data know no such name, which does not mean that there is no such regulation',
  ),
  values: msg('所填的数据是否属实', 'whether the values are true'),
  ready: msg('已就绪（标准输入输出）', 'ready (standard input and output)'),
} satisfies Record<string, Message | ((asOf: string) => Message)>;
