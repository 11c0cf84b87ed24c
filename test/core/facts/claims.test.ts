import assert from 'node:assert/strict';
import { analysisOf } from '../../harness/analysis.js';

const LAW = '《中华人民共和国示例法》';

/**
 * What the text gives as what the provisions cited say: one entry a citation, null where it gives nothing; in brackets what it says
 * in front.
 */
const CASES: readonly (readonly [text: string, ...claims: (string | null)[]])[] = [
  // Said to be so.
  [`${LAW}第四条规定，调查应当深入基层。`, 'says 调查应当深入基层'],
  [`${LAW}第四条还明确规定：调查应当深入基层；不得扰民。`, 'says 调查应当深入基层；不得扰民'],
  [`${LAW}第四条规定了调查的基本要求。`, 'says 调查的基本要求'],
  [`${LAW}第四条：调查应当深入基层。`, 'says 调查应当深入基层'],
  [`${LAW}第四条明确开展调查的方式。`, 'says 开展调查的方式'],
  // About.
  [`落实${LAW}第四条关于深入基层调查的规定。`, 'about 深入基层调查'],
  [`违反${LAW}第四条有关深入基层调查的要求。`, 'about 深入基层调查'],
  [`${LAW}第四条对开展调查的方式作出了明确规定。`, 'about 开展调查的方式'],
  // Under: what follows may be the writer's.
  [`依照${LAW}第四条，各地应当开展调查。`, 'under 各地应当开展调查'],
  [`根据${LAW}第四条的规定，各地应当开展调查。`, 'under 各地应当开展调查'],
  // Within the sentence.
  [`调查人员应当按照${LAW}第四条深入基层开展调查。`, 'under [调查人员应当按照]深入基层开展调查'],
  [`情况不明。对有争议的事项，要依据${LAW}第四条及时调查。`, 'under [对有争议的事项，要依据]及时调查'],
  [`深入基层开展调查，这是${LAW}第四条的要求。`, 'under 深入基层开展调查'],
  [`调查的方式和要求，见${LAW}第四条。`, 'under 调查的方式和要求'],
  [`深入基层开展调查，${LAW}第四条对此作了规定。`, 'under 深入基层开展调查'],
  [`${LAW}第四条把深入基层列为调查的方式。`, 'says 深入基层列为调查的方式'],
  [`${LAW}第四条明令禁止走过场式的调查。`, 'says 走过场式的调查'],
  // Quoted.
  [`${LAW}第四条规定：“调查应当深入基层。”各地照办。`, 'quotes 调查应当深入基层。'],
  // No claim: what comes of it, what it is measured by, what the writer does.
  [`违反${LAW}第四条规定，责令改正。`, null],
  [`有${LAW}第四条所列行为之一的，责令改正。`, null],
  [`符合${LAW}第四条规定，可以办理。`, null],
  [`依照${LAW}第四条的规定处罚，并责令改正。`, null],
  [`${LAW}第四条规定的调查方式落实不够。`, null],
  [`${LAW}第四条有关规定落实不够，群众意见大。`, null],
  [`${LAW}第四条规定不一致，各地理解不同。`, null],
  [`按照${LAW}第四条开展了深入细致的调查。`, null],
  [`依照${LAW}第四条设立的机构也要开展调查。`, null],
  [`走过场的，应当依照${LAW}第四条处理，并责令改正。`, null],
  [`走过场的，应当依照${LAW}第四条的规定承担责任。`, null],
  [`开展调查的依据是${LAW}第三条和${LAW}第四条。`, 'under 开展调查的依据', null],
  [`${LAW}第四条将于明年施行。`, null],
  [`按照${LAW}第四条，以及有关文件，开展调查。`, 'under 以及有关文件，开展调查'],
  // Each its own, up to the next.
  [
    `${LAW}第四条规定调查应当深入基层，${LAW}第七条规定报告应当写明时间。`,
    'says 调查应当深入基层',
    'says 报告应当写明时间',
  ],
];

describe('the claim of a citation', () => {
  for (const [text, ...claims] of CASES) {
    it(text, () =>
      assert.deepEqual(
        analysisOf(text).model.citations.map(({ claim }) =>
          claim
            ? `${claim.kind} ${claim.front ? `[${text.slice(claim.front.start, claim.front.end)}]` : ''}${text.slice(claim.start, claim.end)}`
            : null,
        ),
        claims,
      ),
    );
  }
});
