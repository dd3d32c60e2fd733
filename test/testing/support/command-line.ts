import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const root = path.join(__dirname, '../../..')

/** `npx odradek` as a process. */
export interface CommandRun {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  /** Exit code, null after a signal. */
  readonly ended: Promise<number | null>
  /** Resolves when it has printed the text. */
  readonly printed: (text: string) => Promise<void>
}

/** Runs the command from the sources, without a build. */
export function odradek(...args: string[]): CommandRun {
  const command = ['-r', path.join(root, 'scripts/setup/load-typescript.js'), path.join(root, 'src/cli/odradek.ts'), ...args]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.on('data', chunk => (output += String(chunk)))
  child.stderr.on('data', chunk => (errors += String(chunk)))
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => (output.includes(text) ? resolve() : undefined)
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`It ended without printing ${text}: ${errors}`)))
      look()
    })
  return { child, output: () => output, errors: () => errors, ended, printed }
}
