import { msg, type Message } from '../../core/message.js';

export const LISTS = {
  off: msg('关闭', 'off'),
  noConfig: msg('没有配置文件，以上为默认设置', 'no configuration file; these are the defaults'),
  config: (file: string): Message => msg(`配置文件：${file}`, `configuration file: ${file}`),
};
