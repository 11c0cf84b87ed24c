import { analysisOf } from './out/test/harness/analysis.js';
const p = JSON.parse(process.argv[2]); const t=p.repeat(Math.ceil(+process.argv[3]/p.length));
analysisOf(t);
