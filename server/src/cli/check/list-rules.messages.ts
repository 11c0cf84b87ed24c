import type { Message } from '../../core/message.js';

export const LISTS = {
  off: { 'zh-CN': '关闭', en: 'off' },
  noConfig: { 'zh-CN': '没有配置文件，以上为默认设置', en: 'no configuration file; these are the defaults' },
  config: (file: string): Message => ({ 'zh-CN': `配置文件：${file}`, en: `configuration file: ${file}` }),
};
