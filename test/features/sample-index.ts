import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';

/*
 * An index of two regulations that do not exist, so that no test depends on what the law says today.
 * 样例工作条例: 第一章 总则 (第一条; 第二条 of two 款, the second with two 项), 第二章 职责 (第三条, 第四条).
 */
export const SAMPLE_INDEX = RegulationIndex.of(
  {
    version: 1,
    asOf: '2025-06-30',
    regulations: [
      {
        title: '中国共产党样例工作条例',
        names: ['样例条例'],
        kind: '党内法规',
        issuer: '中共中央',
        editions: [
          {
            date: '2019-12-30',
            effective: '2020-01-01',
            extent: 'text',
            form: 'articles',
            clauses: 7,
            articles: '1 1,1i1i1 1 1',
            divisions: '章1@0总则|章2@2职责',
          },
        ],
      },
      {
        title: '样例废止办法',
        names: [],
        kind: '部门规章',
        issuer: '样例部',
        repealed: { on: '2021-05-01', by: '样例决定' },
        editions: [
          {
            date: '2001-01-01',
            effective: '',
            extent: 'none',
            form: 'articles',
            clauses: 0,
            articles: '',
            divisions: '',
          },
        ],
      },
    ],
  },
  new Uint32Array(7),
);
