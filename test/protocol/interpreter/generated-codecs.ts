import fs from 'node:fs'
import path from 'node:path'
import type { MessageCodec } from '../../../src/protocol/api'

/** A generated codec, its types left open. */
export type AnyCodec = MessageCodec<unknown, unknown>

const folder = path.join(__dirname, '../../../src/protocol/generated')

/** Every generated codec by the name of its message, found by looking into the files, so that none is missed. */
export function generatedCodecs(): Map<string, AnyCodec> {
  const codecs = new Map<string, AnyCodec>()
  for (const file of fs.readdirSync(folder)) {
    const exported = require(path.join(folder, file)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) {
      if (name.endsWith('Codec')) codecs.set((value as AnyCodec).name, value as AnyCodec)
    }
  }
  return codecs
}

/** The versions of a codec, lowest first. */
export function versionsOf(codec: AnyCodec): number[] {
  return Array.from({ length: codec.highestVersion - codec.lowestVersion + 1 }, (_, i) => codec.lowestVersion + i)
}
