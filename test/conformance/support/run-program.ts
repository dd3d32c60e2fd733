import { spawn } from 'node:child_process'

/** How a program ended and what it wrote. */
export interface ProgramResult {
  status: number | null
  signal: NodeJS.Signals | null
  output: string
  errors: string
}

/**
 * Runs a Node program until it ends by itself, or, with `until`, until its output matches: then it is ended with SIGTERM. The time limit
 * is the test's own; a program that never ends is killed with it.
 */
export function runProgram(file: string, args: readonly string[] = [], until?: RegExp): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, ['--trace-warnings', file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 100_000 })
    let output = ''
    let errors = ''
    program.stdout.on('data', chunk => {
      output += chunk
      if (until?.test(output)) program.kill('SIGTERM')
    })
    program.stderr.on('data', chunk => {
      errors += chunk
    })
    program.once('error', reject)
    program.once('close', (status, signal) => resolve({ status, signal, output, errors }))
  })
}
