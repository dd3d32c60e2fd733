import * as fc from 'fast-check'
import { Reader } from '../../src/protocol/reader'
import { zeroUuid } from '../../src/protocol/uuid'
import { sizeOfUnsignedVarint } from '../../src/protocol/varint'
import { Writer } from '../../src/protocol/writer'

describe('Writer', () => {
  it('grows to any size and keeps what was written', () => {
    const writer = new Writer(1)
    for (let i = 0; i < 1000; i++) writer.int32(i)
    const reader = new Reader(writer.toBuffer())
    for (let i = 0; i < 1000; i++) expect(reader.int32()).toBe(i)
    expect(reader.remaining).toBe(0)
  })

  it('writes what a reader reads, whatever the buffer begins with', () => {
    const values = fc.record({
      size: fc.integer({ min: 1, max: 40 }),
      bool: fc.boolean(),
      int8: fc.integer({ min: -128, max: 127 }),
      uint16: fc.integer({ min: 0, max: 65535 }),
      int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      float64: fc.double(),
      varint: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      string: fc.option(fc.string({ unit: 'binary' })),
      bytes: fc.option(fc.uint8Array())
    })
    fc.assert(
      fc.property(values, value => {
        const writer = new Writer(value.size)
        writer.bool(value.bool)
        writer.nullableString(value.string)
        writer.int8(value.int8)
        writer.uint16(value.uint16)
        writer.compactNullableBytes(value.bytes)
        writer.int64(value.int64)
        writer.unsignedVarint(value.varint)
        writer.float64(value.float64)
        writer.compactNullableString(value.string)
        writer.uint32(value.varint)
        writer.nullableBytes(value.bytes)
        const bytes = value.bytes === null ? null : Buffer.from(value.bytes)
        const reader = new Reader(writer.toBuffer())
        expect(reader.bool()).toBe(value.bool)
        expect(reader.nullableString()).toBe(value.string)
        expect(reader.int8()).toBe(value.int8)
        expect(reader.uint16()).toBe(value.uint16)
        expect(reader.compactNullableBytes()).toEqual(bytes)
        expect(reader.int64()).toBe(value.int64)
        expect(reader.unsignedVarint()).toBe(value.varint)
        expect(reader.float64()).toBe(value.float64)
        expect(reader.compactNullableString()).toBe(value.string)
        expect(reader.uint32()).toBe(value.varint)
        expect(reader.nullableBytes()).toEqual(bytes)
        expect(reader.remaining).toBe(0)
      })
    )
  })

  it('writes uuids, and refuses what is none', () => {
    const writer = new Writer(1)
    writer.uuid('__79_Pv6-fj39vX08_Lx8A')
    writer.uuid(zeroUuid)
    expect(writer.toBuffer().toString('hex')).toBe('fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0'.padEnd(64, '0'))
    for (const bad of [
      '',
      'abc',
      '__79_Pv6-fj39vX08_Lx8',
      '__79_Pv6-fj39vX08_Lx8AA',
      'fffefdfc-fbfa-f9f8-f7f6-f5f4f3f2f1f0',
      '!!!!!!!!!!!!!!!!!!!!!!'
    ]) {
      expect(() => new Writer().uuid(bad)).toThrow(TypeError)
    }
  })

  it('refuses strings that the length field cannot hold', () => {
    for (const method of ['string', 'nullableString', 'compactString', 'compactNullableString'] as const) {
      expect(() => new Writer()[method]('x'.repeat(32767))).not.toThrow()
      expect(() => new Writer()[method]('x'.repeat(32768))).toThrow(RangeError)
      expect(() => new Writer()[method]('é'.repeat(16384))).toThrow(RangeError)
    }
  })

  it.each([0, 1, 126, 127, 128, 129, 16383, 16384, 70000])('announces a tagged field of %d bytes with its size', size => {
    const content = Buffer.alloc(size, 7)
    for (const initial of [1, 64, 1 << 17]) {
      const writer = new Writer(initial)
      writer.int16(1)
      const mark = writer.beginTag(300)
      writer.raw(content)
      writer.endTag(mark)
      writer.int16(2)
      expect(writer.length).toBe(2 + 2 + sizeOfUnsignedVarint(size) + size + 2)
      const reader = new Reader(writer.toBuffer())
      expect(reader.int16()).toBe(1)
      expect(reader.unsignedVarint()).toBe(300)
      const end = reader.tagEnd()
      expect(end - reader.offset).toBe(size)
      reader.offset = end
      expect(reader.int16()).toBe(2)
      expect(
        writer
          .toBuffer()
          .subarray(end - size, end)
          .equals(content)
      ).toBe(true)
    }
  })

  it('announces tagged fields within tagged fields', () => {
    const writer = new Writer(1)
    const outer = writer.beginTag(1)
    const inner = writer.beginTag(2)
    writer.raw(Buffer.alloc(200, 3))
    writer.endTag(inner)
    writer.endTag(outer)
    expect(writer.toBuffer()).toEqual(Buffer.concat([Buffer.from([1, 0xcb, 1, 2, 0xc8, 1]), Buffer.alloc(200, 3)]))
  })

  it('puts references between its own pieces, also across growth', () => {
    const parts = fc.array(fc.record({ own: fc.uint8Array({ maxLength: 60 }), reference: fc.uint8Array({ maxLength: 60 }) }), {
      maxLength: 10
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), parts, (initial, list) => {
        const writer = new Writer(initial)
        for (const { own, reference } of list) {
          writer.raw(own)
          writer.reference(reference)
        }
        const expected = Buffer.concat(list.flatMap(({ own, reference }) => [own, reference]))
        expect(writer.length).toBe(expected.length)
        expect(Buffer.concat(writer.chunks())).toEqual(expected)
        expect(writer.toBuffer()).toEqual(expected)
      })
    )
  })

  it('does not copy what it takes by reference', () => {
    const bytes = new Uint8Array([1, 2, 3])
    const writer = new Writer()
    writer.records(bytes)
    const [, view] = writer.chunks() as [Buffer, Buffer]
    bytes[0] = 9
    expect(view[0]).toBe(9)
    expect(view.buffer).toBe(bytes.buffer)
  })

  it('writes records as one length, whether of one piece or of several, or none', () => {
    const bytesOf = (write: (writer: Writer) => void): string => {
      const writer = new Writer()
      write(writer)
      return writer.toBuffer().toString('hex')
    }
    expect(bytesOf(writer => writer.records([Buffer.from([1]), Buffer.from([2, 3])]))).toBe('00000003010203')
    expect(bytesOf(writer => writer.compactRecords([Buffer.from([1]), Buffer.from([2, 3])]))).toBe('04010203')
    expect(bytesOf(writer => writer.records(null))).toBe('ffffffff')
    expect(bytesOf(writer => writer.compactRecords(null))).toBe('00')
    expect(bytesOf(writer => writer.compactRecords([]))).toBe('01')
  })
})
