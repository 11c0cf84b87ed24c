import { about, msg, plural, type Message } from '../core/message.js';

/** Why the tool could not do all it was asked to. */
export const TROUBLE = {
  refused: about,
  /** Old Word documents of a folder: they are no texts we can read, and must not look as if they were checked. */
  unread: (files: readonly string[]): Message => {
    const some = files.slice(0, 5).join('、') + (files.length > 5 ? ' …' : '');
    return msg(
      `${files.length} 个文件是旧格式（.doc、.wps），未检查：${some}；请在 Word 或 WPS 中另存为 .docx`,
      `${plural(files.length, 'file')} not checked, in an old format (.doc, .wps): ${some}; save as .docx in Word or WPS`,
    );
  },
  config: (file: string, problem: Message): Message =>
    msg(`配置文件 ${file}：${problem['zh-CN']}`, `configuration ${file}: ${problem.en}`),
  configured: (file: string): Message =>
    msg(`${file}：配置文件有误，未检查`, `${file}: not checked, its configuration is broken`),
  ontoInput: msg('所指就是读入的文件，未覆盖', 'it is one of the files that were read, and was left alone'),
  index: (detail: string): Message =>
    msg(`法规数据无法使用：${detail}`, `the regulation data cannot be used: ${detail}`),
  workers: (detail: string): Message =>
    msg(
      `检查用的工作线程无法启动，未检查：${detail}`,
      `nothing was checked, the worker threads do not start: ${detail}`,
    ),
  internal: (detail: string): Message => msg(`内部错误：${detail}`, `internal error: ${detail}`),
};
