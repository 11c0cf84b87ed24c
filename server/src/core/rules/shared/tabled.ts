import { firstSentence } from '../../facts/points.js';
import { rolesIn } from '../../facts/roles.js';
import { cellsOf } from '../../facts/table-cells.js';
import type { Model } from '../../model.js';
import { inPassages } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import { shifted } from '../../text/span.js';
import type { TopicPart } from './topics.js';

/** What a column of problems may be called besides 问题: 查出的情况. */
const FOUND = /情况|现象|事项|表现/;

/** Problems and measures that stand side by side in the rows of a table, | 存在问题 | 整改措施 |: each row is a topic. */
export const tabledIn: (model: Model) => TopicPart[] = inPassages(
  ({ document }) => document.chunks.flatMap(({ offset, chunk }) => partsOf(chunk).map(part => placed(part, offset))),
  placed,
);

function placed(part: TopicPart, by: number): TopicPart {
  return { ...shifted(part, by), topic: part.topic + by, head: shifted(part.head, by) };
}

/** The same of a chunk, in its own offsets. */
function partsOf({ reading, lines }: Chunk): TopicPart[] {
  const rows = lines.filter(({ kind }) => kind === 'table');
  const [head, ...others] = rows.map(({ start, end }) => ({ start, text: reading.text.slice(start, end) }));
  if (!head || others.length < 2) return [];
  const names = cellsOf(head.text).map(({ start, end }) => head.text.slice(start, end));
  const proposed = names.findIndex(name => rolesIn(name)[0] === 'countermeasures');
  const found = names.findIndex(
    (name, i) => i !== proposed && (rolesIn(name)[0] === 'problems' || (i < proposed && FOUND.test(name))),
  );
  if (proposed < 0 || found < 0) return [];
  return others.flatMap(row => {
    const cells = cellsOf(row.text);
    const topic = reading.toSource({ start: row.start, end: row.start + 1 }).start;
    return ([found, proposed] as const).flatMap((column, i): TopicPart[] => {
      const cell = cells[column];
      const title = cell ? firstSentence(row.text.slice(cell.start, cell.end)) : '';
      if (!cell || title === '') return [];
      const at = row.start + row.text.indexOf(title, cell.start);
      const [head, whole] = [at + title.length, row.start + cell.end].map(end =>
        reading.toSource({ start: at, end }),
      ) as [TopicPart['head'], TopicPart['head']];
      return [{ ...whole, role: i === 0 ? 'problems' : 'countermeasures', topic, title, head }];
    });
  });
}
