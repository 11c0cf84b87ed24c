import type { Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import type { Clause, Sentence } from './clauses.js';
import { averagesOf } from './averages.js';
import { mendOf, type Mend } from './evidence.js';
import { holds, isConsistentProduct, productsOf, type Product } from './product.js';
import type { Sign } from './sign.js';

/** What says that a number is nearly so much, and no more and no less. */
const ABOUT = '约';
export const ROUGH: Sign = { text: [ABOUT] };

/**
 * 游客1286.4万人次，收入102.9亿元，人均花费约80元: about so many may be a little more or less, but neither ten times as many, nor the
 * same digits in another order. `own` are the paragraph's figures, `earlier` its counts before the sentence.
 */
export function roughProducts(sentence: Sentence, own: readonly Figure[], earlier: readonly Figure[]): Product[] {
  const first = sentence.clauses[0]!.tokens[0]!.start;
  const isRough = (f: Figure): boolean =>
    f.isApproximate && f.value !== null && sentence.text[f.start - first - 1] === ABOUT;
  const exactly = new Map<Figure, Figure>();
  for (const f of sentence.figures) if (isRough(f)) exactly.set(f, { ...f, isApproximate: false, isRounded: true });
  if (exactly.size === 0) return [];
  const read = (figures: readonly Figure[]): Figure[] => figures.map(f => exactly.get(f) ?? f);
  const clauses = sentence.clauses.map((c): Clause => ({ ...c, figures: read(c.figures) }));
  const again: Sentence = { ...sentence, clauses, figures: read(sentence.figures) };
  const told = new Set(exactly.values());
  const found: Product[] = [];
  for (const p of [...productsOf(again), ...averagesOf(again, read(own), earlier)]) {
    const rough = [p.rate, p.total].filter(f => told.has(f));
    const mend = isConsistentProduct(p) ? null : (mendOf(rough, value => holds(p, value)) ?? tenfold(p, rough));
    if (mend?.isExchange && !found.some(o => o.rate === p.rate)) found.push({ ...p, mend });
  }
  return found;
}

/** 80 for 800: of one digit that tells as well, where all numbers are known so exactly. */
function tenfold(p: Product, [figure]: readonly Figure[]): Mend | null {
  if (!figure) return null;
  const value: Exact = { digits: figure.value!.digits * 10, exponent: figure.value!.exponent };
  return holds(p, f => (f === figure ? value : f.value!)) ? { figure, value, isExchange: true } : null;
}
