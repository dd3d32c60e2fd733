import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { kafkaJars } from '../../scripts/setup/kafka-jars'
import { errorEntries, errorEntry } from '../../src/errors/error-table'

interface JavaError {
  code: number
  name: string
  retriable: boolean
  refreshMetadata: boolean
  authorization: boolean
}

/** Where this client decides otherwise than Java's, and why. */
const differences: Record<string, Partial<JavaError>> = {
  // The controller's address comes with the metadata.
  NOT_CONTROLLER: { refreshMetadata: true },
  // So do leader epochs; Java waits for the broker alone to catch up.
  UNKNOWN_LEADER_EPOCH: { refreshMetadata: true },
  // Java handles it before any question of retrying comes up.
  REBOOTSTRAP_REQUIRED: { retriable: true }
}

async function javaErrors(): Promise<JavaError[]> {
  const program = join(__dirname, '..', 'java', 'errors', 'ListErrors.java')
  const { stdout } = await promisify(execFile)('java', ['-cp', join(await kafkaJars('4.3.1'), '*'), program])
  return stdout
    .trim()
    .split('\n')
    .map(line => {
      const [code, name = '', ...flags] = line.split('\t')
      const [retriable = false, refreshMetadata = false, authorization = false] = flags.map(flag => flag === 'true')
      return { code: Number(code), name, retriable, refreshMetadata, authorization }
    })
}

describe('the error table and that of the Java client 4.3.1', () => {
  let theirs: JavaError[] = []

  beforeAll(async () => {
    theirs = await javaErrors()
  }, 300_000)

  it('have the same codes and names', () => {
    expect(theirs).toHaveLength(135)
    expect(errorEntries.map(({ code, name }) => ({ code, name }))).toEqual(theirs.map(({ code, name }) => ({ code, name })))
  })

  it('take the same decisions, but for the listed ones', () => {
    const ours = theirs.map(({ code }) => {
      const { name, retriable, refreshMetadata, authorization } = errorEntry(code)
      return { code, name, retriable, refreshMetadata, authorization }
    })
    expect(ours).toEqual(theirs.map(error => ({ ...error, ...differences[error.name] })))
  })

  it('differ in nothing that is listed needlessly', () => {
    for (const [name, difference] of Object.entries(differences)) {
      expect(theirs.find(error => error.name === name)).not.toMatchObject(difference)
    }
  })
})
