import { msg, type Message } from '../core/message.js';
import type { Edition, Regulation } from '../core/regulations/regulation-index.js';

/** Where an edition stands on a day. The words are part of the JSON of `inspect` and `regulations`. */
export type EditionStatus = '现行' | '已修改' | '已废止' | '尚未施行' | '未知';

export const STATUS_NAMES: Readonly<Record<EditionStatus, Message>> = {
  现行: msg('现行', 'in force'),
  已修改: msg('已修改', 'superseded'),
  已废止: msg('已废止', 'repealed'),
  尚未施行: msg('尚未施行', 'not yet in force'),
  未知: msg('未知', 'unknown'),
};

/** Of `edition` on the ISO date `on`; null stands for an edition the index does not know. */
export function editionStatus(regulation: Regulation, edition: Edition | null, on: string): EditionStatus {
  if (regulation.repealed && regulation.repealed.on <= on) return '已废止';
  if (!edition?.since) return '未知';
  if (edition.since > on) return '尚未施行';
  return regulation.inForce(on) === edition ? '现行' : '已修改';
}
