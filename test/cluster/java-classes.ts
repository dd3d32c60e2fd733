import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../scripts/setup/kafka-jars'

const run = promisify(execFile)

/**
 * Compiles the Java sources in `sources` against the jars of `jars`, once for each state of the sources, and gives the folder with
 * the classes. Safe under concurrent callers: each compiles into a folder of its own, and the first rename wins.
 */
export async function javaClasses(sources: string, jars: string): Promise<string> {
  const files = fs
    .readdirSync(sources)
    .filter(name => name.endsWith('.java'))
    .sort()
  const hash = createHash('sha256').update(path.basename(jars))
  for (const name of files) hash.update(name).update(fs.readFileSync(path.join(sources, name)))
  const target = path.join(cacheFolder(), 'classes', hash.digest('hex').slice(0, 16))
  if (fs.existsSync(target)) return target
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const work = fs.mkdtempSync(`${target}-`)
  try {
    await run('javac', ['-nowarn', '-d', work, '-cp', path.join(jars, '*'), ...files.map(name => path.join(sources, name))])
    fs.renameSync(work, target)
  } catch (error) {
    fs.rmSync(work, { recursive: true, force: true })
    if (!fs.existsSync(target)) throw error
  }
  return target
}
