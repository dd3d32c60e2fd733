import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupHeaders, readLikePeer, type PeerCase } from './java-peer'

// Written by test/java/records with the Java client 4.3.1, the small ones of its cases; the conformance suite compares all of them.
const cases = readFileSync(join(__dirname, 'fixtures', 'java-batches.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as PeerCase)

describe('batches written by the Java client', () => {
  it.each(cases.map(({ name, bytes, batches }) => ({ name, bytes, batches })))(
    '$name: are read as Java reads them',
    async ({ bytes, batches }) => {
      expect(await readLikePeer(Buffer.from(bytes, 'base64'))).toEqual(groupHeaders(batches))
    }
  )
})
