import fs from 'node:fs'
import path from 'node:path'
import { root, runCommand } from './run-command.mjs'

/** Installs what package-lock.json names when node_modules does not have exactly that. Needs nothing installed itself. */
export async function ensureDependencies() {
  const missing = firstMissingPackage()
  if (missing === undefined) return
  console.log(`Installing dependencies (${missing})`)
  // Not `npm ci`: it refuses a lock file without the optional binaries of other systems, which not every registry carries.
  const status = await runCommand('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
  if (status !== 0) throw new Error(`npm install ended with ${status}`)
}

/** Builds dist when it is older than the sources, unless ODRADEK_PREPARED=1 says that the caller has seen to it. */
export async function ensureBuild() {
  if (process.env.ODRADEK_PREPARED === '1') return
  const built = modifiedAt(path.join(root, 'dist', 'index.js'))
  const sources = fs.readdirSync(path.join(root, 'src'), { recursive: true }).map(name => modifiedAt(path.join(root, 'src', name)))
  if (built > Math.max(...sources, modifiedAt(path.join(root, 'tsconfig.build.json')))) return
  console.log('Building')
  await build()
}

/** Builds dist from nothing, so that no file of a former build is left in it. */
export async function build() {
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  const status = await runCommand(bin('tsc'), ['-p', 'tsconfig.build.json'])
  if (status !== 0) throw new Error(`The build ended with ${status}`)
}

/** Path of a command that a development dependency brings. */
export function bin(name) {
  return path.join(root, 'node_modules', '.bin', name)
}

function modifiedAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function firstMissingPackage() {
  const wanted = lockedPackages('package-lock.json')
  const installed = lockedPackages(path.join('node_modules', '.package-lock.json'))
  if (installed === undefined) return 'there is no node_modules'
  // Packages for other systems are in the lock file only, and marked as optional.
  const [missing] = Object.entries(wanted).find(([name, { version, optional }]) => {
    if (name === '') return false
    const found = installed[name]
    return found === undefined ? !optional : found.version !== version
  }) ?? [undefined]
  return missing
}

function lockedPackages(file) {
  const absolute = path.join(root, file)
  return fs.existsSync(absolute) ? JSON.parse(fs.readFileSync(absolute, 'utf8')).packages : undefined
}
