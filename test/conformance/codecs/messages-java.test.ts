import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { kafkaJars } from '../../../scripts/setup/kafka-jars'
import { Writer } from '../../../src/protocol/writer'
import { javaClasses } from '../../cluster/java-classes'
import { arbitraryMessage } from '../../protocol/interpreter/arbitrary-message'
import { generatedCodecs, versionsOf } from '../../protocol/interpreter/generated-codecs'
import { loadSchemas, type Schema } from '../../protocol/interpreter/schema'
import { checkJavaSample } from '../../protocol/java-sample'

const messagesOfEach = 25
const codecs = generatedCodecs()
const everyVersion = [...codecs.values()].flatMap(codec => versionsOf(codec).map(version => ({ codec, version })))

describe('messages, against the Java client', () => {
  let classPath: string

  beforeAll(async () => {
    const jars = await kafkaJars('4.3.1')
    classPath = [await javaClasses(path.join(__dirname, '../../java/messages'), jars), path.join(jars, '*')].join(path.delimiter)
  }, 600_000)

  it('of every version decode to the values Java had, and encode to the bytes Java wrote', async () => {
    const seed = String(Math.floor(Math.random() * 2 ** 31))
    const args = ['-cp', classPath, 'Messages', 'write', seed, String(messagesOfEach)]
    const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 2 ** 30 })
    const counts = new Map<string, number>()
    for (const line of stdout.trimEnd().split('\n')) {
      const checked = checkJavaSample(line, codecs)
      counts.set(checked, (counts.get(checked) ?? 0) + 1)
    }
    expect(counts).toEqual(new Map(everyVersion.map(({ codec, version }) => [`${codec.name} ${version}`, messagesOfEach])))
  }, 300_000)

  it('of every version that odradek wrote are read by Java, which writes the same bytes again', async () => {
    const schemas = await loadSchemas()
    const lines = everyVersion.flatMap(({ codec, version }) =>
      fc.sample(arbitraryMessage(schemas.get(codec.name) as Schema, version), 5).map(message => {
        const writer = new Writer()
        codec.encode(writer, message, version)
        return `${codec.name} ${version} ${writer.toBuffer().toString('base64')}`
      })
    )
    const answers = await echo(classPath, lines)
    expect(answers.map((answer, i) => `${lines[i]?.split(' ', 2).join(' ')} ${answer}`)).toEqual(lines)
  }, 300_000)
})

/** The lines' messages as Java reads and writes them. */
async function echo(classPath: string, lines: readonly string[]): Promise<string[]> {
  const java = spawn('java', ['-cp', classPath, 'Messages', 'echo'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  java.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
  java.stdin.end(`${lines.join('\n')}\n`)
  const [status] = (await once(java, 'close')) as [number]
  expect(status).toBe(0)
  return output.trimEnd().split('\n')
}
