import type { Message } from '../../core/message.js';
import type { Edition, Regulation } from '../../core/regulations/regulation-index.js';

/** Where an edition stands on a day. The words are part of the JSON of `inspect` and `regulations`. */
export type EditionStatus = '现行' | '已修改' | '已废止' | '尚未施行' | '未知';

export const STATUS_NAMES: Readonly<Record<EditionStatus, Message>> = {
  现行: { 'zh-CN': '现行', en: 'in force' },
  已修改: { 'zh-CN': '已修改', en: 'superseded' },
  已废止: { 'zh-CN': '已废止', en: 'repealed' },
  尚未施行: { 'zh-CN': '尚未施行', en: 'not yet in force' },
  未知: { 'zh-CN': '未知', en: 'unknown' },
};

/** Of `edition` on the ISO date `on`; null stands for an edition the index does not know. */
export function editionStatus(regulation: Regulation, edition: Edition | null, on: string): EditionStatus {
  if (regulation.repealed && regulation.repealed.on <= on) return '已废止';
  if (!edition?.since) return '未知';
  if (edition.since > on) return '尚未施行';
  return regulation.inForce(on) === edition ? '现行' : '已修改';
}
