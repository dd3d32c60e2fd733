import { spawn } from 'node:child_process'

/**
 * Runs a command with this process's output and gives its exit status; 1 when it had to be ended because it took longer than
 * `limitMinutes`; with `quiet` its output is dropped. It gets a process group of its own, so that ending it ends what it has started as well.
 */
export function runCommand(program, args, { limitMinutes = 10, env = process.env, cwd = root, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: quiet ? 'ignore' : 'inherit', detached: true })
    const end = signal => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, signal)
      } catch {
        // It has ended in the meantime.
      }
    }
    const interrupted = () => {
      end('SIGTERM')
      process.exit(130)
    }
    process.once('SIGINT', interrupted)
    process.once('SIGTERM', interrupted)
    const limit = setTimeout(() => {
      console.error(`Not done in ${limitMinutes} minutes: ${program} ${args.join(' ')}`)
      end('SIGKILL')
    }, limitMinutes * 60_000)
    child.once('error', reject)
    child.once('exit', status => {
      clearTimeout(limit)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve(status ?? 1)
    })
  })
}

/** The repository's folder. */
export const root = new URL('../..', import.meta.url).pathname
