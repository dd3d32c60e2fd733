import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { generatedCodecs, versionsOf } from './interpreter/generated-codecs'
import { checkJavaSample } from './java-sample'

/** One random message for every message and version, written by Java's clients 4.3.1: `node scripts/codegen/write-fixtures.mjs` makes it. */
const fixture = path.join(__dirname, 'fixtures/java-messages.txt.gz')
const codecs = generatedCodecs()

describe('messages written by Java', () => {
  it('decode to the values Java had, and encode to the same bytes, for every message and version', () => {
    const lines = gunzipSync(fs.readFileSync(fixture)).toString().trimEnd().split('\n')
    const seen = lines.map(line => checkJavaSample(line, codecs))
    const all = [...codecs.values()].flatMap(codec => versionsOf(codec).map(version => `${codec.name} ${version}`))
    expect(seen.sort()).toEqual(all.sort())
  })
})
