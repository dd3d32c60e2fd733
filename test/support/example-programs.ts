import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

/** The programs of examples/quickstart come as CommonJS, ES modules and TypeScript. */
export type ProgramKind = 'js' | 'mjs' | 'ts'

const run = promisify(execFile)
const repository = path.join(__dirname, '../..')

/**
 * The programs of examples/quickstart in a folder that has the package in its node_modules, as an application has them. Topic and group
 * are others than in the examples, because the cluster may be shared.
 */
export class ExamplePrograms {
  private readonly children = new Set<ChildProcess>()

  constructor(
    private readonly folder: string,
    private readonly brokers: readonly string[]
  ) {}

  /** Copies the programs of one kind. `compile` makes `.js` of TypeScript. */
  async copy(kind: ProgramKind, topic: string, compile: (files: string[]) => Promise<void>): Promise<void> {
    const files = ['admin', 'producer', 'consumer'].map(program => `${program}.${kind}`)
    for (const file of files) {
      const source = fs.readFileSync(path.join(repository, 'examples/quickstart', file), 'utf8')
      const changed = source.replace("'my-topic'", `'${topic}'`).replace("'test-group'", `'${topic}'`)
      expect(source).not.toBe(changed)
      fs.writeFileSync(path.join(this.folder, file), changed)
    }
    if (kind === 'ts') await compile(files)
  }

  /** Runs a program that ends by itself and prints nothing. */
  async finish(file: string): Promise<void> {
    const env = { ...process.env, KAFKA_BROKERS: this.brokers.join(',') }
    const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', file], { cwd: this.folder, env })
    expect({ file, stdout, stderr }).toEqual({ file, stdout: '', stderr: '' })
  }

  /** Runs a program until it has written something, then stops it as Ctrl-C does. */
  async runUntil(file: string, text: RegExp): Promise<void> {
    const env = { ...process.env, KAFKA_BROKERS: this.brokers.join(',') }
    const child = spawn(process.execPath, ['--trace-warnings', file], { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += String(chunk)
        child.emit('output')
      })
    }
    while (!text.test(output)) {
      if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${output}`)
      await Promise.race([once(child, 'output'), once(child, 'close')])
    }
    child.kill('SIGINT')
    await once(child, 'close')
    this.children.delete(child)
  }

  /** Ends what a failed test has left. */
  stop(): void {
    for (const child of this.children) child.kill('SIGKILL')
  }
}
