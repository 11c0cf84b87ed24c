import { createHash } from 'node:crypto';

/** Longer names than this many bytes do not go into some file systems with their date and extension. */
const MOST_BYTES = 200;

/** 示例条例(2020-01-01).md: the title without 中华人民共和国, and nothing in it that is not part of a name. */
export function fileName(title: string, date: string): string {
  const short = title.replace(/^(?:中华人民共和国|中国共产党)(?!章程|条例$)(?=.{2})/, '');
  const safe = short.replace(/[\0-\x1f\x7f/\\:*?"<>|]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '_');
  if (Buffer.byteLength(safe) <= MOST_BYTES) return `${safe}(${date}).md`;
  let cut = '';
  for (const c of safe) {
    if (Buffer.byteLength(cut + c) > MOST_BYTES - 12) break;
    cut += c;
  }
  return `${cut}…${createHash('sha256').update(title).digest('hex').slice(0, 8)}(${date}).md`;
}
