import assert from 'node:assert/strict';
import { standingOf } from '../../../server/src/core/coverage.js';
import { analysisOf } from '../../harness/analysis.js';

const LAW = '《中华人民共和国示例法》';

/** How each citation of the text stands; behind it the article that is nearer, if any. */
const CASES: readonly (readonly [text: string, ...told: string[]])[] = [
  // Its words stand there.
  [`${LAW}第七条规定，报告应当写明调查的时间和经过。`, 'byNumber'],
  [`${LAW}第四条规定，调查应当深入基层，听听大家的意见。`, 'inSubstance'],
  [`根据${LAW}第七条的规定，报告应当写明调查的时间、地点和对象。`, 'inSubstance'],
  [`${LAW}第四条规定：“调查应当深入基层，听取群众意见，不得增加基层负担。”`, 'inSubstance'],
  [`${LAW}规定：“调查应当深入基层，听取群众意见，不得增加基层负担。”`, 'inSubstance'],
  // Of several places, in each of them.
  [`${LAW}第四条、第七条规定，调查应当深入基层，报告应当写明调查的时间、地点和对象。`, 'inSubstance'],
  [`${LAW}第四条、第七条规定，调查应当深入基层。`, 'byNumber'],
  [`${LAW}第四条至第七条规定，调查应当深入基层。`, 'inSubstance'],
  [`${LAW}第五条第二款规定，问卷应当写明用途，写清来由。`, 'inSubstance'],
  [`${LAW}第五条第一款规定，问卷应当写明用途，写清来由。`, 'byNumber'],
  // It exists, and nothing tells that it says so.
  [`依照${LAW}第四条开展调查。`, 'byNumber'],
  [`${LAW}第四条规定，要下到基层去。`, 'byNumber'],
  [`贯彻${LAW}，开展调查。`, 'named'],
  [`违反${LAW}第三条规定，报告应当写明调查的时间、地点和对象。`, 'byNumber'],
  // A whole clause of another article.
  [`${LAW}第八条规定，报告应当写明调查的时间和经过，报告应当写明调查的时间。`, 'byNumber 7'],
  [`依照${LAW}第八条，报告应当写明调查的时间，其他从简。`, 'byNumber 7'],
  // One of the words stands in the article cited, too.
  [`${LAW}第四条规定，调查应当深入基层，报告应当写明调查的时间。`, 'inSubstance'],
  // Too short to tell.
  [`${LAW}第八条规定，听取群众意见，其他从简。`, 'byNumber 4'],
  // Within the range cited.
  [`${LAW}第五条至第八条规定，报告应当写明调查的时间，其他从简。`, 'inSubstance'],
  // In other words, but with the terms of another article.
  [`${LAW}第八条要求，把调查的地点、对象和时间交代清楚。`, 'byNumber 7'],
  [`${LAW}第八条对写明调查的地点、对象作了规定。`, 'byNumber 7'],
  [`${LAW}第八条关于写明调查地点、对象的要求。`, 'byNumber 7'],
  [`${LAW}第八条针对群众意见听取不够，要求深入基层。`, 'byNumber 4'],
  [`${LAW}第八条提倡深入基层听取群众的意见。`, 'byNumber 4'],
  [`${LAW}第八条规定的“群众意见、基层负担”，要落到实处。`, 'unverifiable 4'],
  // With those of the article cited, too.
  [`${LAW}第四条要求，深入基层，听取群众的意见。`, 'byNumber'],
  // Behind 依照 nearly all of it must be the other's.
  [`依照${LAW}第八条，听取基层群众意见。`, 'byNumber 4'],
  [`${LAW}第七条要求，广泛听取基层群众意见，注明来源。`, 'byNumber 4'],
  [`依照${LAW}第七条，广泛听取基层群众意见，注明来源。`, 'byNumber'],
  // And where the citation stands within the sentence, what stands in front of it, too.
  [`对基层的调查，应当依照${LAW}第八条听取群众的意见。`, 'byNumber 4'],
  [`对基层的调查，应当依照${LAW}第四条听取群众的意见。`, 'byNumber'],
  [`深入基层听取群众意见，这是${LAW}第八条的要求。`, 'byNumber 4'],
  [`深入基层听取群众意见，${LAW}第八条对此作了规定。`, 'byNumber 4'],
  [`深入基层听取群众意见，这是${LAW}第四条的要求。`, 'byNumber'],
  // The words of one provision that names another.
  [`${LAW}第一条规定，根据${LAW}第八条，听取基层群众意见。`, 'byNumber', 'byNumber'],
  // Of two regulations read together a comma alone tells what they say.
  [`根据${LAW}第九条或者${LAW}第八条规定听取基层群众意见的。`, 'byNumber', 'byNumber'],
  // A chapter holds it, or not: nothing is said.
  [`${LAW}第二章规定，报告应当写明调查的时间，其他从简。`, 'byNumber'],
];

describe('what a citation is about', () => {
  for (const [text, ...told] of CASES) {
    it(text, () =>
      assert.deepEqual(
        analysisOf(text).model.citations.map(citation => {
          const { elsewhere } = citation.topic;
          return `${standingOf(citation)}${elsewhere ? ` ${elsewhere.articles.map(({ number }) => number).join('+')}` : ''}`;
        }),
        told,
      ),
    );
  }
});
