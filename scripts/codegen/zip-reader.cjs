'use strict'

// CommonJS, because tests that read the schemas on their own load it too.
const { inflateRawSync } = require('node:zlib')

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/**
 * Reads entries of a zip file (a jar is one), stored or deflated; no encryption, no zip64.
 * @param {Buffer} zip the whole file
 * @param {(name: string) => boolean} wanted
 * @returns {Map<string, Buffer>} contents by entry name
 */
function readZip(zip, wanted) {
  const end = endRecord(zip)
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries = new Map()
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Error('zip: bad central directory')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (wanted(name)) entries.set(name, content(zip, at))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** @param {Buffer} zip @returns {number} where the end-of-central-directory record is: last, before a comment of up to 64 KiB */
function endRecord(zip) {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === endSignature) return at
  }
  throw new Error('zip: no central directory')
}

/** @param {Buffer} zip @param {number} entry @returns {Buffer} */
function content(zip, entry) {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== localSignature) throw new Error('zip: bad local header')
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(start, start + size)
  if (method === 0) return packed
  if (method === 8) return inflateRawSync(packed)
  throw new Error(`zip: compression method ${method}`)
}

module.exports = { readZip }
