/** A sentence for the reader in every language the product speaks. Views choose; the engine never does. */
export type Message = Readonly<Record<Locale, string>>;
export type Locale = 'zh-CN' | 'en';
