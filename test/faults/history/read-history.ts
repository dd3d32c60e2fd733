import fs from 'node:fs'
import type { HistoryLine } from './history-line'

const chunkBytes = 1 << 20
const newline = 0x0a

/**
 * Reads a history line by line, a chunk of the file at a time. A last line without an end, which a killed process may leave, is left
 * out; any other that is no JSON object throws with its number.
 */
export function* readHistory(file: string): Generator<HistoryLine> {
  const descriptor = fs.openSync(file, 'r')
  try {
    let rest: Buffer = Buffer.alloc(0)
    let number = 0
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes)
      const read = fs.readSync(descriptor, chunk)
      if (read === 0) return
      const text = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)])
      let start = 0
      for (let end = text.indexOf(newline); end >= 0; end = text.indexOf(newline, start)) {
        yield parse(text.toString('utf8', start, end), ++number, file)
        start = end + 1
      }
      rest = text.subarray(start)
    }
  } finally {
    fs.closeSync(descriptor)
  }
}

function parse(text: string, number: number, file: string): HistoryLine {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null && 'f' in line && 'type' in line) return line as HistoryLine
  } catch {
    // Said below.
  }
  throw new Error(`${file}:${number} is no line of a history: ${text.slice(0, 200)}`)
}
