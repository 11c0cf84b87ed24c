/** A sentence for the reader in every language the product speaks. Views choose; the engine never does. */
export type Message = Readonly<Record<Locale, string>>;
export type Locale = 'zh-CN' | 'en';

/** The same sentence in Chinese and in English. */
export const msg = (zh: string, en: string): Message => ({ 'zh-CN': zh, en });

/** What is to be said of a file, a row, a place; of the whole where there is no name for it. */
export const about = (what: string, message: Message): Message =>
  what === '' ? message : msg(`${what}：${message['zh-CN']}`, `${what}: ${message.en}`);

/** An English count: 1 file, 2 files. For nouns that take an s. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
