import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'

test('what is written is read back', async () => {
  for (const compression of [0, 1]) {
    const writer = new RecordBatchWriter()
    writer.append(1000, 'k', 'v', { a: 'x', b: ['1', Buffer.from('2'), null], __proto__: undefined })
    writer.append(999, null, null)
    writer.append(5_000_000_000_000, Buffer.alloc(0), '')
    const [batch] = [...readBatches(await writer.close({ compression }))]
    const messages = await decodeBatch(batch)
    expect(messages.map(m => [m.offset, m.timestamp, m.key?.toString() ?? null, m.value?.toString() ?? null])).toEqual([
      ['0', '1000', 'k', 'v'],
      ['1', '999', null, null],
      ['2', '5000000000000', '', '']
    ])
    expect({ ...messages[0].headers }).toEqual({ a: Buffer.from('x'), b: [Buffer.from('1'), Buffer.from('2'), null] })
  }
})
