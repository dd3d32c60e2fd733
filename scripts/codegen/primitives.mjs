/**
 * The protocol's primitive types. `size`: bytes where fixed; `zero`: the default where the schema names none, as source text.
 * @type {Record<string, { ts: string, inputTs: string, zero: string, size?: number }>}
 */
export const primitives = {
  bool: { ts: 'boolean', inputTs: 'boolean', zero: 'false', size: 1 },
  int8: { ts: 'number', inputTs: 'number', zero: '0', size: 1 },
  int16: { ts: 'number', inputTs: 'number', zero: '0', size: 2 },
  uint16: { ts: 'number', inputTs: 'number', zero: '0', size: 2 },
  int32: { ts: 'number', inputTs: 'number', zero: '0', size: 4 },
  uint32: { ts: 'number', inputTs: 'number', zero: '0', size: 4 },
  int64: { ts: 'bigint', inputTs: 'bigint', zero: '0n', size: 8 },
  float64: { ts: 'number', inputTs: 'number', zero: '0', size: 8 },
  uuid: { ts: 'string', inputTs: 'string', zero: 'zeroUuid', size: 16 },
  string: { ts: 'string', inputTs: 'string', zero: "''" },
  bytes: { ts: 'Buffer', inputTs: 'Uint8Array', zero: 'emptyBytes' },
  records: { ts: 'Buffer', inputTs: 'RecordsInput', zero: 'null' }
}

/** @param {string} name */
export const hasLength = name => name === 'string' || name === 'bytes' || name === 'records'
