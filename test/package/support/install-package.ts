import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const repository = path.join(__dirname, '../../..')
const run = promisify(execFile)

/** Packs the package as npm would publish it and puts it into `folder`/node_modules, with what it depends on. Gives the names of its files. */
export async function installPackage(folder: string): Promise<string[]> {
  if (!fs.existsSync(path.join(repository, 'dist', 'index.js'))) throw new Error('There is no build: npm run build')
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: repository })
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
  const modules = path.join(folder, 'node_modules')
  fs.mkdirSync(modules)
  await run('tar', ['-xzf', packed.filename], { cwd: folder })
  fs.renameSync(path.join(folder, 'package'), path.join(modules, 'odradek'))
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(modules, 'odradek', 'package.json'), 'utf8')) as { dependencies: object }
  for (const name of Object.keys(dependencies)) linkPackage(folder, name)
  return packed.files.map(file => file.path)
}

/** Puts a package of the repository's own into `folder`/node_modules. */
export function linkPackage(folder: string, name: string): void {
  fs.symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name))
}
